package dev.assay.workbook;

import static dev.assay.workbook.Trial.reads;
import static dev.assay.workbook.Trial.refused;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** XML that defines entities, or is broken, or unusual and sound. */
final class XmlTrials {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private XmlTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>(broken());
    for (String part : PARTS) {
      for (Map.Entry<String, String> type : DOCTYPES.entrySet()) {
        trials.add(
            refused(
                type.getKey() + " in " + part,
                xlsx ->
                    xlsx.part("xl/sharedStrings.xml", SHARED)
                        .change("xl/_rels/workbook.xml.rels", XmlTrials::withShared)
                        .part(part, withDoctype(type.getValue(), xlsx, part).getBytes(UTF_8)),
                "file: XML without DOCTYPE"));
      }
      trials.add(
          refused(
              "DOCTYPE in UTF-16 in " + part,
              xlsx ->
                  xlsx.part("xl/sharedStrings.xml", SHARED)
                      .change("xl/_rels/workbook.xml.rels", XmlTrials::withShared)
                      .part(part, withDoctype("<!DOCTYPE x>", xlsx, part).getBytes(UTF_16)),
              "file: XML without DOCTYPE"));
    }
    return trials;
  }

  private static final String SHARED =
      "<sst xmlns=\"%s\"><si><t>x</t></si></sst>".formatted(Xlsx.MAIN);

  private static String withShared(String rels) {
    return rels.replace(
        "</Relationships>",
        Xlsx.relation("rIdT", OFFICE + "sharedStrings", "sharedStrings.xml") + "</Relationships>");
  }

  private static final List<String> PARTS =
      List.of(
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/_rels/workbook.xml.rels");

  private static final Map<String, String> DOCTYPES =
      new java.util.TreeMap<>(
          Map.of(
              "DOCTYPE", "<!DOCTYPE x>",
              "an external DTD", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
              "an external entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
              "an external parameter entity",
                  "<!DOCTYPE x [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]>",
              "a billion laughs", laughs()));

  private static String laughs() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
    }
    return laughs.append("]>").toString();
  }

  private static String withDoctype(String doctype, Xlsx xlsx, String part) {
    String xml = new String(xlsx.parts().get(part), UTF_8).replaceFirst("<\\?xml[^>]*>", "");
    return doctype + xml.replace("RuleSet", "&l11;&e;");
  }

  private static List<Trial> broken() {
    return List.of(
        refused(
            "a sheet that is not there",
            x -> x.change("xl/_rels/workbook.xml.rels", r -> r.replace("sheet1.xml", "sheet9.xml")),
            "file: intact"),
        refused(
            "a sheet without relation",
            x -> x.change("xl/workbook.xml", w -> w.replace("rId1", "rId77")),
            "file: intact"),
        refused("no relations", x -> x.part("xl/_rels/workbook.xml.rels", ""), "file: intact"),
        refused(
            "XML that ends early",
            x -> x.sheet("Rules").xml(xml -> xml.substring(0, xml.length() / 2)),
            "file: intact"),
        refused(
            "XML of no known encoding",
            x -> x.sheet("Rules").xml(xml -> xml.replace("UTF-8", "x-none")),
            "file: intact"),
        refused(
            "an entity without DOCTYPE",
            x -> x.sheet("Rules").xml(xml -> xml.replace("RuleSet", "&xxe;")),
            "file: "),
        refused(
            "very deep nesting",
            x ->
                x.sheet("Rules")
                    .xml(xml -> xml.replace("<sheetData>", "<a>".repeat(100_000) + "<sheetData>")),
            "file: intact"),
        refused(
            "text that leaves its cell",
            x -> x.sheet("Rules").xml(xml -> xml.replaceFirst("</t>", "")),
            "file: intact"),
        reads(
            "strict OOXML",
            x -> {
              x.change(
                  "xl/workbook.xml",
                  w ->
                      w.replace(
                          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                          "http://purl.oclc.org/ooxml/spreadsheetml/main"));
              x.sheet("Rules")
                  .xml(
                      xml ->
                          xml.replace(Xlsx.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"));
            },
            Trial.LARGE),
        reads(
            "prefixed names",
            x ->
                x.sheet("Rules")
                    .xml(
                        xml ->
                            xml.replaceAll("<(/?)([a-zA-Z]+)(?=[ />])", "<$1x:$2")
                                .replace("xmlns=", "xmlns:x=")),
            Trial.LARGE),
        reads(
            "UTF-16",
            x ->
                x.part(
                    "xl/worksheets/sheet1.xml",
                    Trial.sound().sheet("Rules").xml().replace("UTF-8", "UTF-16").getBytes(UTF_16)),
            Trial.LARGE),
        reads(
            "absolute targets",
            x ->
                x.change(
                    "xl/_rels/workbook.xml.rels", r -> r.replace("Target=\"", "Target=\"/xl/")),
            Trial.LARGE));
  }
}
