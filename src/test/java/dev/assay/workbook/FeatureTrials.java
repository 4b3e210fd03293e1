package dev.assay.workbook;

import static dev.assay.workbook.Trial.reads;
import static dev.assay.workbook.Trial.refused;
import static java.nio.charset.StandardCharsets.UTF_16;

import java.util.List;

/** What spreadsheet programs put around cells: read past where it does nothing, else refused. */
final class FeatureTrials {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels";
  private static final String LINKS = "file: without links";
  private static final String OBJECTS = "file: without embedded objects";

  private FeatureTrials() {}

  static List<Trial> all() {
    return List.of(
        inSheet("a list to choose from", validation("Groups!$A$2:$A$9")),
        inSheet("a list that asks another program", validation("cmd|'/C calc'!A0")),
        inSheet("a list that asks the web", validation("WEBSERVICE(\"http://127.0.0.1:1\")")),
        inSheet("a list of another file", validation("'[other.xlsx]S'!$A$1")),
        inSheet(
            "colours by formula",
            "<conditionalFormatting sqref=\"A10\"><cfRule type=\"expression\" priority=\"1\"><formula>EXEC(\"calc\")</formula></cfRule></conditionalFormatting>"),
        inSheet("protection", "<sheetProtection sheet=\"1\" objects=\"1\"/>"),
        inSheet(
            "protection with a password that takes long",
            "<sheetProtection sheet=\"1\" algorithmName=\"SHA-512\" hashValue=\"AA==\" saltValue=\"AA==\" spinCount=\"2147483647\"/>"),
        inSheet(
            "a header with a picture",
            "<headerFooter><oddHeader>&amp;G&amp;Z&amp;F</oddHeader></headerFooter>"),
        inSheet(
            "lists of later versions",
            "<extLst><ext uri=\"{x}\"><f xmlns=\"urn:x\">HYPERLINK(\"http://127.0.0.1:1\")</f></ext></extLst>"),
        inSheet("cells to sort", "<autoFilter ref=\"A9:N9\"/><sortState ref=\"A10:N12\"/>"),
        reads(
            "comments",
            x ->
                x.part("xl/comments1.xml", "<comments><text>=1+1</text></comments>")
                    .part("xl/drawings/vmlDrawing1.vml", "<xml><script>alert(1)</script></xml>")
                    .part(
                        SHEET_RELATIONS,
                        Xlsx.relations(
                            Xlsx.relation("c", OFFICE + "comments", "../comments1.xml")
                                + Xlsx.relation(
                                    "v", OFFICE + "vmlDrawing", "../drawings/vmlDrawing1.vml"))),
            Trial.LARGE,
            Trial.VISITED),
        refused(
            "comments with entities, though nobody here expands them",
            x ->
                x.part(
                    "xl/comments1.xml",
                    "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><c>&x;</c>"),
            "file: XML without DOCTYPE"),
        refused(
            "drawings with a DOCTYPE in UTF-16",
            x ->
                x.part(
                    "xl/drawings/vmlDrawing1.vml",
                    "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!doctype x><xml/>"
                        .getBytes(UTF_16)),
            "file: XML without DOCTYPE"),
        reads(
            "conversations",
            x ->
                x.part("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>")
                    .part("xl/persons/person.xml", "<personList/>"),
            Trial.LARGE),
        reads(
            "a name that would run when opened",
            x ->
                x.change(
                    "xl/workbook.xml",
                    w ->
                        w.replace(
                            "</workbook>",
                            "<definedNames><definedName name=\"_xlnm.Auto_Open\">EXEC(\"calc\")</definedName></definedNames></workbook>")),
            Trial.LARGE),
        reads(
            "formulas to be computed at once",
            x ->
                x.part("xl/calcChain.xml", "<calcChain><c r=\"A1\" i=\"1\"/></calcChain>")
                    .change(
                        "xl/workbook.xml",
                        w -> w.replace("</workbook>", "<calcPr fullCalcOnLoad=\"1\"/></workbook>")),
            Trial.LARGE),
        reads("data of other programs", x -> x.part("customXml/item1.xml", "<a/>"), Trial.LARGE),
        refused(
            "data of other programs with a DOCTYPE",
            x -> x.part("customXml/item1.xml", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a\"><a/>"),
            "file: XML without DOCTYPE"),
        reads("a signature", x -> x.part("_xmlsignatures/sig1.xml", "<Signature/>"), Trial.LARGE),
        reads(
            "a link that is a script",
            x -> x.part(SHEET_RELATIONS, external("hyperlink", "javascript:alert(1)")),
            Trial.LARGE),
        refused(
            "a picture from elsewhere",
            x ->
                x.part(
                    "xl/drawings/_rels/drawing1.xml.rels",
                    external("image", "http://127.0.0.1:1/x.png")),
            LINKS),
        refused(
            "a picture of a comment from elsewhere",
            x ->
                x.part(
                    "xl/drawings/_rels/vmlDrawing1.vml.rels", external("image", "//127.0.0.1/x")),
            LINKS),
        refused(
            "a template from elsewhere",
            x ->
                x.part(
                    "xl/_rels/settings.xml.rels",
                    external("attachedTemplate", "http://127.0.0.1:1/x")),
            LINKS),
        refused(
            "a table of another source",
            x ->
                x.part(
                    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
                    external("externalLinkPath", "file:///etc/passwd")),
            LINKS),
        refused("an add-in", x -> x.part("xl/webextensions/webextension1.xml", "<x/>"), OBJECTS),
        refused("buttons of its own", x -> x.part("customUI/customUI14.xml", "<x/>"), OBJECTS),
        refused("data in real time", x -> x.part("xl/volatileDependencies.xml", "<x/>"), OBJECTS));
  }

  private static Trial inSheet(String name, String xml) {
    return Trial.rules(
        name,
        sheet -> sheet.xml(all -> all.replace("</worksheet>", xml + "</worksheet>")),
        Trial.LARGE,
        Trial.VISITED,
        Trial.MQL);
  }

  private static String validation(String formula) {
    return "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A10:A99\"><formula1>%s</formula1></dataValidation></dataValidations>"
        .formatted(SheetXml.escape(formula));
  }

  private static String external(String type, String target) {
    return Xlsx.relations(
        "<Relationship Id=\"a\" Type=\"%s%s\" TargetMode=\"External\" Target=\"%s\"/>"
            .formatted(OFFICE, type, target));
  }
}
