package dev.assay.workbook;

import static dev.assay.workbook.Trial.file;
import static dev.assay.workbook.Trial.reads;
import static dev.assay.workbook.Trial.refused;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Files that are something else than a plain workbook. */
final class PackageTrials {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private PackageTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(otherFiles());
    trials.addAll(active());
    trials.addAll(ArchiveTrials.all());
    return trials;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[4_096];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] firstHalf() {
    byte[] file = Trial.sound().bytes();
    return Arrays.copyOf(file, file.length / 2);
  }

  private static List<Trial> otherFiles() {
    byte[] text = "<x/>".getBytes(UTF_8);
    return List.of(
        file("nothing", () -> new byte[0], "file: an .xlsx file"),
        file(
            "a .csv",
            () -> "RuleTable,Fit\nCONDITION,ACTION\n".getBytes(UTF_8),
            "file: an .xlsx file"),
        file(
            "an .xls",
            () -> bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
            "file: without password"),
        file("HTML", () -> "<html><table>".getBytes(UTF_8), "file: an .xlsx file"),
        file(
            "an .ods",
            () ->
                Xlsx.zip(
                    Map.of(
                        "mimetype",
                        "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8),
                        "content.xml",
                        text)),
            "file: an .xlsx file"),
        file(
            "an .xlsb",
            () -> Xlsx.zip(Map.of("[Content_Types].xml", text, "xl/workbook.bin", text)),
            "file: an .xlsx file"),
        file("a plain archive", () -> Xlsx.zip(Map.of("readme.txt", text)), "file: an .xlsx file"),
        file("an empty archive", () -> bytes('P', 'K', 5, 6), "file: an .xlsx file"),
        file("the head of an archive", () -> bytes('P', 'K', 3, 4), "file: intact"),
        file("half a file", PackageTrials::firstHalf, "file: intact"),
        file("noise in the middle", PackageTrials::noise, "file: intact"),
        file(
            "a workbook in a workbook",
            () -> Xlsx.zip(Map.of("book.xlsx", Trial.sound().bytes())),
            "file: an .xlsx file"),
        file(
            "two parts of one name",
            () -> Xlsx.zip(new java.util.LinkedHashMap<>(withTwin())),
            "file: each part once"));
  }

  private static Map<String, byte[]> withTwin() {
    Map<String, byte[]> parts = Trial.sound().parts();
    parts.put("XL\\workbook.xml", new byte[0]);
    return parts;
  }

  private static byte[] noise() {
    byte[] file = Trial.sound().bytes();
    for (int i = file.length / 3; i < file.length / 2; i++) {
      file[i] = (byte) (i * 31);
    }
    return file;
  }

  private static List<Trial> active() {
    String macros = "file: without macros";
    String links = "file: without links";
    String objects = "file: without embedded objects";
    return List.of(
        refused("macros", x -> x.part("xl/vbaProject.bin", "x"), macros),
        refused(
            "a macro workbook by type",
            x ->
                x.change(
                    "[Content_Types].xml",
                    t ->
                        t.replace(
                            Xlsx.WORKBOOK_TYPE,
                            "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
            macros),
        refused(
            "macros by type alone",
            x ->
                x.change(
                    "[Content_Types].xml",
                    t ->
                        t.replace(
                            "</Types>",
                            Xlsx.override("/xl/x.bin", "application/vnd.ms-office.vbaProject")
                                + "</Types>")),
            macros),
        refused("an Excel 4 macro sheet", x -> x.part("xl/macrosheets/sheet1.xml", "<x/>"), macros),
        refused(
            "an Excel 4 macro sheet by type",
            x ->
                x.change(
                    "[Content_Types].xml",
                    t ->
                        t.replace(
                            "</Types>",
                            Xlsx.override("/xl/y.xml", "application/vnd.ms-excel.macrosheet+xml")
                                + "</Types>")),
            macros),
        refused(
            "links to other files",
            x -> x.part("xl/externalLinks/externalLink1.xml", "<x/>"),
            links),
        refused(
            "an external part",
            x ->
                x.part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    Xlsx.relations(
                        "<Relationship Id=\"a\" Type=\"%soleLink\" TargetMode=\"external\" Target=\"file:///x\"/>"
                            .formatted(OFFICE))),
            links),
        refused(
            "an external worksheet",
            x ->
                x.change(
                    "xl/_rels/workbook.xml.rels",
                    r ->
                        r.replace(
                            "Target=\"worksheets/sheet1.xml\"",
                            "TargetMode=\"External\" Target=\"http://127.0.0.1:1/sheet1.xml\"")),
            links),
        refused("an embedded object", x -> x.part("xl/embeddings/oleObject1.bin", "x"), objects),
        refused("a control", x -> x.part("xl/activeX/activeX1.xml", "<x/>"), objects),
        refused("a data connection", x -> x.part("xl/connections.xml", "<x/>"), objects),
        refused("a query table", x -> x.part("xl/queryTables/queryTable1.xml", "<x/>"), objects),
        refused("a dialog sheet", x -> x.part("xl/dialogsheets/sheet1.xml", "<x/>"), objects),
        reads(
            "a link to click on",
            x ->
                x.part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    Xlsx.relations(
                        "<Relationship Id=\"a\" Type=\"%shyperlink\" TargetMode=\"External\" Target=\"https://example.org\"/>"
                            .formatted(OFFICE))),
            Trial.LARGE),
        reads(
            "pictures, charts and printers",
            x ->
                x.part("xl/media/image1.png", "x")
                    .part("xl/printerSettings/printerSettings1.bin", "x")
                    .part("xl/charts/chart1.xml", "<c/>"),
            Trial.LARGE),
        reads(
            "a chart sheet",
            x ->
                x.change(
                        "xl/workbook.xml",
                        w ->
                            w.replace(
                                "<sheets>",
                                "<sheets><sheet name=\"Chart\" sheetId=\"99\" r:id=\"rIdC\"/>"))
                    .change(
                        "xl/_rels/workbook.xml.rels",
                        r ->
                            r.replace(
                                "</Relationships>",
                                Xlsx.relation(
                                        "rIdC", OFFICE + "chartsheet", "chartsheets/sheet1.xml")
                                    + "</Relationships>")),
            Trial.LARGE));
  }
}
