package dev.assay.workbook;

import static dev.assay.workbook.Trial.badRules;
import static dev.assay.workbook.Trial.file;
import static dev.assay.workbook.Trial.refused;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are too much, in every way we could think of. */
final class SizeTrials {
  private SizeTrials() {}

  static List<Trial> all() {
    return List.of(
        file("a large file", () -> new byte[Limits.FILE_BYTES + 1], "file: at most 5 MB"),
        refused(
            "one huge part",
            x -> x.part("xl/media/a.png", new byte[100 << 20]),
            "file: at most 16 MB when unpacked"),
        refused(
            "one huge sheet of blanks",
            x -> x.sheet("Rules").xml(xml -> xml + " ".repeat(40 << 20)),
            "file: at most 16 MB"),
        badRules(
            "elements without end",
            s -> s.xml(xml -> xml.replace("<sheetData>", "<a/>".repeat(3_900_000) + "<sheetData>")),
            "file: a reasonable size"),
        badRules(
            "escapes without end",
            s -> s.put("K10", "<".repeat(3_900_000)),
            "file: a reasonable size"),
        badRules(
            "attributes without end",
            s ->
                s.xml(
                    xml ->
                        xml.replace(
                            "<sheetData>",
                            "<a "
                                + many(1_200_000, i -> "a%d='' ".formatted(i))
                                + "/><sheetData>")),
            "file: damaged"),
        refused(
            "many parts",
            x -> IntStream.range(0, 20_000).forEach(i -> x.part("xl/p" + i, "")),
            "file: at most 500 parts"),
        refused(
            "a bomb in a bomb",
            x -> x.part("xl/worksheets/sheet1.xml", Xlsx.zip(Map.of("a", new byte[60 << 20]))),
            "file: intact"),
        rows(
            "400,000 rows",
            400_000,
            i -> "<row r=\"%d\"><c/></row>".formatted(i),
            "Rules: at most 20000 rows"),
        rows(
            "400,000 empty rows",
            400_000,
            i -> "<row r=\"%d\" spans=\"1:9\"/>".formatted(i),
            "Rules: at most 20000 rows"),
        rows(
            "cells without end",
            500,
            i -> "<row r=\"%d\">%s</row>".formatted(i, "<c><v>1</v></c>".repeat(1_000)),
            "Rules: at most 300000 cells"),
        badRules(
            "20,000 merged regions",
            s ->
                s.xml(
                    xml ->
                        xml.replace(
                            "<mergeCells>",
                            "<mergeCells>"
                                + many(
                                    20_000,
                                    i ->
                                        "<mergeCell ref=\"A%d:B%d\"/>".formatted(i + 20, i + 20)))),
            "Rules: at most 2000 merged"),
        refused(
            "many texts",
            x -> shared(x, "<si><t>x</t></si>".repeat(300_000)),
            "file: at most 200000 texts"),
        refused(
            "a count of texts that lies",
            x -> shared(x, "<si><t>" + "x".repeat(10_000_000) + "</t></si>"),
            "Rules!K10: at most 200"),
        refused(
            "a million styles",
            x ->
                x.change(
                    "xl/styles.xml",
                    s ->
                        s.replace(
                            "</cellXfs>",
                            many(1_000_000, i -> "<xf a=\"%d\"/>".formatted(i)) + "</cellXfs>")),
            "file: at most 65490 cell formats"),
        refused(
            "a million formats",
            x ->
                x.change(
                    "xl/styles.xml",
                    s ->
                        s.replace(
                            "</numFmts>",
                            many(
                                    300_000,
                                    i -> "<numFmt numFmtId=\"%d\" formatCode=\"0\"/>".formatted(i))
                                + "</numFmts>")),
            "file: at most 65490 cell formats"),
        refused(
            "a format of a megabyte",
            x -> {
              x.change(
                  "xl/styles.xml",
                  s ->
                      s.replace(
                          "dd/mm/yyyy", "[$-1]\\-\"".repeat(125_000).replace("\"", "&quot;")));
              x.sheet("Rules").styled("B10", "x", 2);
            },
            "Rules!B10: a value of its type"),
        refused(
            "many sheets",
            x -> IntStream.range(0, 1_000).forEach(i -> x.sheet("Notes " + i)),
            "file: at most 50"),
        badRules(
            "columns without end",
            s ->
                s.xml(
                        xml ->
                            xml.replace(
                                "<sheetData>",
                                "<cols><col min=\"1\" max=\"2147483647\" hidden=\"1\" width=\"9\"/></cols><sheetData>"))
                    .clear("K10"),
            "Rules!E10: a reason"),
        badRules("tables without end", SizeTrials::tables, "Rules!CNI5: at most 200 rule tables"),
        rows(
            "errors without end",
            5_000,
            i -> "<row r=\"%d\"><c r=\"B%d\" t=\"str\"><v>x</v></c></row>".formatted(i, i),
            many()),
        rows(
            "long errors without end",
            800,
            i ->
                "<row r=\"%d\"><c r=\"A%d\" t=\"str\"><v>%s</v></c></row>"
                    .formatted(i, i, "\u200b&lt;x".repeat(1_500)),
            manyLong()));
  }

  private static void tables(SheetXml sheet) {
    for (int i = 1; i < 300; i++) {
      sheet.put(Cell.address(4, i * 12), "RuleTable T" + i);
    }
  }

  private static Trial rows(String name, int count, IntFunction<String> row, String... errors) {
    return badRules(
        name,
        s ->
            s.xml(
                xml ->
                    xml.replace(
                        "</sheetData>", many(count, i -> row.apply(i + 13)) + "</sheetData>")),
        errors);
  }

  private static String[] many() {
    return IntStream.range(13, 13 + Limits.ERRORS + 1)
        .mapToObj(
            i ->
                i < 13 + Limits.ERRORS
                    ? "Rules!B%d: a number".formatted(i)
                    : "file: There are more")
        .toArray(String[]::new);
  }

  private static String[] manyLong() {
    return IntStream.range(13, 13 + Limits.ERRORS + 1)
        .mapToObj(
            i ->
                i < 13 + Limits.ERRORS
                    ? "Rules!A%d: Shorten it".formatted(i)
                    : "file: There are more")
        .toArray(String[]::new);
  }

  private static String many(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
  }

  private static void shared(Xlsx xlsx, String items) {
    xlsx.part(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"%s\" count=\"2000000000\" uniqueCount=\"2000000000\">%s</sst>"
            .formatted(Xlsx.MAIN, items));
    xlsx.change(
        "xl/_rels/workbook.xml.rels",
        rels ->
            rels.replace(
                "</Relationships>",
                Xlsx.relation(
                        "rIdT",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings",
                        "sharedStrings.xml")
                    + "</Relationships>"));
    xlsx.sheet("Rules").cell("K10", "t=\"s\"", "<v>0</v>");
  }
}
