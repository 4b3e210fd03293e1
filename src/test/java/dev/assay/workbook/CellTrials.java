package dev.assay.workbook;

import static dev.assay.workbook.Trial.badRules;
import static dev.assay.workbook.Trial.rules;

import java.util.ArrayList;
import java.util.List;

/** Values of the wrong type, and values that only look right or only look wrong. */
final class CellTrials {
  private CellTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(numbers());
    trials.addAll(formulas());
    trials.addAll(texts());
    trials.addAll(raw());
    return trials;
  }

  private static List<Trial> numbers() {
    return List.of(
        badRules("1,000 as text", s -> s.put("B10", "1,000"), "Rules!B10: without separators"),
        badRules("1.000 as text", s -> s.put("B10", "1.000"), "Rules!B10: without separators"),
        badRules("1'000 as text", s -> s.put("B10", "1’000"), "Rules!B10: without separators"),
        badRules("1 000 as text", s -> s.put("B10", "1\u202f000"), "Rules!B10: without separators"),
        badRules(
            "a thousand separators",
            s -> s.put("B10", "1" + ",000".repeat(8_000)),
            "Rules!B10: a number"),
        badRules("number with unit", s -> s.put("B10", "500 people"), "Rules!B10: Write a number"),
        badRules("number with sign", s -> s.put("B10", ">= 500"), "Rules!B10: Write a number"),
        badRules("half points", s -> s.number("E10", "2.5"), "Rules!E10: Write a whole number"),
        badRules("too many points", s -> s.number("E10", "1e9"), "Rules!E10: between -1000000"),
        badRules("percent cell", s -> s.styled("E10", "0.2", 1), "Rules!E10: percentage"),
        badRules("date cell", s -> s.styled("B10", "45000", 2), "Rules!B10: date"),
        badRules(
            "ISO date cell", s -> s.cell("B10", "t=\"d\"", "<v>2026-01-01</v>"), "Rules!B10: date"),
        badRules("date in a text column", s -> s.styled("K10", "45000", 2), "Rules!K10: date"),
        badRules(
            "error cell", s -> s.cell("E10", "t=\"e\"", "<v>#REF!</v>"), "Rules!E10: \"#REF!\""),
        badRules(
            "true for points", s -> s.cell("E10", "t=\"b\"", "<v>1</v>"), "Rules!E10: \"TRUE\""),
        badRules("text for points", s -> s.put("E10", "twenty"), "Rules!E10: points"),
        badRules("no times", s -> s.number("G11", "0"), "Rules!G11: at least 1"),
        badRules("no days", s -> s.number("H11", "-30"), "Rules!H11: between 1 and 3650"),
        badRules("fade nonsense", s -> s.put("I11", "slowly"), "Rules!I11: 50% per 90 days"),
        badRules("fade of 500%", s -> s.put("I11", "500% per 9 days"), "Rules!I11: 1 to 100"),
        badRules("fade as percentage", s -> s.styled("I11", "0.5", 1), "Rules!I11: percentage"),
        badRules(
            "infinite number",
            s -> s.number("B10", "1e999"),
            "Rules!B10: No spreadsheet program writes this"),
        badRules("NaN", s -> s.number("B10", "NaN"), "Rules!B10: No spreadsheet program"),
        badRules("words as number", s -> s.number("B10", "many"), "Rules!B10: \"many\""),
        rules("number as text", s -> s.put("B10", " 500 "), Trial.LARGE),
        rules("number with separators as format", s -> s.styled("B10", "500", 3), Trial.LARGE),
        rules("number with exponent", s -> s.number("B10", "5E2"), Trial.LARGE),
        rules("half life", s -> s.put("I11", "Half-life 30 days"), Trial.LARGE));
  }

  private static List<Trial> formulas() {
    // Each level doubles the text: the value would have 2^90 characters.
    String explosive = "REPT(".repeat(90) + "\"x\"" + ",32767)".repeat(90);
    return List.of(
        badRules("formula", s -> s.formula("E10", "10+10", "20"), "Rules!E10: Paste Special"),
        badRules(
            "formula in a text column", s -> s.formula("K10", "A1", "Large"), "Rules!K10: \"=A1\""),
        badRules("formula that explodes", s -> s.formula("E10", explosive, ""), "Rules!E10: =REPT"),
        badRules(
            "array formula",
            s -> s.cell("E10", "", "<f t=\"array\" ref=\"E10:E11\">SUM(A1:A9)</f><v>20</v>"),
            "Rules!E10: \"=SUM(A1:A9)\""),
        badRules(
            "shared formula",
            s -> s.cell("E10", "", "<f t=\"shared\" si=\"0\"/><v>20</v>"),
            "Rules!E10: Formulas are not evaluated"),
        badRules(
            "formula that calls out",
            s -> s.formula("K10", "WEBSERVICE(\"http://localhost:1/\"&A1)", ""),
            "Rules!K10: WEBSERVICE"),
        badRules(
            "formula for a snippet",
            s -> s.formula("E8", "\"scorecard.\"", "scorecard.once($param);"),
            "Rules!E8: an action"),
        badRules(
            "formula for a column kind",
            s -> s.formula("E6", "A9", "ACTION"),
            "Rules!E6: CONDITION"),
        badRules(
            "formula for a keyword",
            s -> s.formula("A20", "\"RuleTable \"&A1", "RuleTable Other"),
            "Rules!A20: RuleTable and a name",
            "Rules!A20: Formulas are not evaluated"),
        rules(
            "formula in a column of notes",
            s -> s.put("P9", "Notes").formula("P10", "NOW()", "45000"),
            Trial.LARGE));
  }

  private static List<Trial> texts() {
    return List.of(
        badRules("smart quotes", s -> s.put("A10", "“US”"), "Rules!A10: quotation marks"),
        badRules("quotes", s -> s.put("A10", "'US'"), "Rules!A10: quotation marks"),
        badRules(
            "smart quotes in a snippet",
            s -> s.put("A8", "Text.in(country, “$param”)"),
            "Rules!A8: straight quotation marks"),
        badRules("upper-case name", s -> s.put("C11", "Page View"), "Rules!C11: lower-case"),
        badRules("zero-width blank inside", s -> s.put("A10", "U\u200bS"), "Rules!A10: invisible"),
        badRules("only commas", s -> s.put("A10", ", ,"), "Rules!A10: at least one text"),
        badRules(
            "32,767 characters", s -> s.put("A10", "x".repeat(32_767)), "Rules!A10: Shorten it"),
        badRules(
            "32,767 characters of snippet",
            s -> s.put("A8", "text(".repeat(6_553)),
            "Rules!A8: a few words"),
        badRules("long reason", s -> s.put("K10", "x".repeat(201)), "Rules!K10: at most 200"),
        rules(
            "blanks of all sorts around",
            s -> s.put("A10", "\u00a0US\u2003\u200b ").put("C11", "\ufeffpage_view\u00a0"),
            Trial.LARGE,
            Trial.VISITED),
        rules(
            "blanks in keywords and snippets",
            s ->
                s.put("A5", "RuleTable\u00a0Points\u200b")
                    .put("A6", " CONDITION\u00a0")
                    .put("A8", "Text.in(country,\u00a0\"$param\")"),
            Trial.LARGE),
        rules("a cell of blanks alone is blank", s -> s.put("E11", " \u00a0\u200b"), Trial.VISITED),
        rules(
            "a no-break blank inside",
            s -> s.put("A10", "United\u00a0States, Côte d’Ivoire"),
            "Points_10: Lead[country in [united states, côte d’ivoire]; employees >= 500.0] -> ONCE 20, GROUP Company, REASON Large"),
        rules(
            "emoji and scripts",
            s -> s.put("K10", "Groß 大 👩‍💻 ‌می‌خواهم"),
            "Points_10: Lead[country in [us]; employees >= 500.0] -> ONCE 20, GROUP Company, REASON Groß 大 👩‍💻 ‌می‌خواهم"),
        rules(
            "rich text with pronunciation",
            s ->
                s.cell(
                    "K10",
                    "t=\"inlineStr\"",
                    "<is><r><rPr><b/></rPr><t>Lar</t></r><r><t>ge</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is>"),
            Trial.LARGE));
  }

  private static List<Trial> raw() {
    return List.of(
        badRules(
            "a shared text that is not there",
            s -> s.cell("K10", "t=\"s\"", "<v>999</v>"),
            "Rules!K10: a value of its type"),
        badRules(
            "a negative shared text",
            s -> s.cell("K10", "t=\"s\"", "<v>-1</v>"),
            "Rules!K10: a value of its type"),
        badRules(
            "a style that is not there",
            s -> s.cell("E10", "s=\"77\"", "<v>1</v>"),
            "Rules!E10: a value of its type"),
        badRules(
            "the same cell twice",
            s -> s.xml(xml -> xml.replace("<c r=\"B10\"", "<c r=\"A10\"><v>1</v></c><c r=\"B10\"")),
            "Rules!A10: each cell once"),
        badRules(
            "the same row twice",
            s -> s.xml(xml -> xml.replace("<row r=\"11\"", "<row r=\"10\"")),
            "Rules!10: each row once"),
        badRules(
            "a cell in another row",
            s -> s.xml(xml -> xml.replace("<c r=\"B10\"", "<c r=\"B99\"")),
            "Rules!B99: each cell once"),
        badRules(
            "a negative row",
            s -> s.xml(xml -> xml.replace("<row r=\"10\"", "<row r=\"-10\"")),
            "Rules!-10: each row once"),
        badRules(
            "a row beyond all rows",
            s -> s.xml(xml -> xml.replace("<row r=\"12\"", "<row r=\"1048577\"")),
            "Rules!1048577: each row once"),
        badRules(
            "a column beyond all columns",
            s ->
                s.xml(
                    xml ->
                        xml.replace(
                            "</row><row r=\"11\"",
                            "<c r=\"XFE10\"><v>1</v></c></row><row r=\"11\"")),
            "Rules!XFE10: each cell once"),
        rules("the last cell of all", s -> s.put("XFD1048576", "a note"), Trial.LARGE),
        rules(
            "rows and cells without numbers",
            s ->
                s.xml(
                    xml -> "<worksheet xmlns=\"%s\"><sheetData>".formatted(Xlsx.MAIN) + UNNUMBERED),
            "T_7: Lead[employees > 5.0] -> TRAIT large"),
        rules(
            "TRUE() as LibreOffice writes it",
            s ->
                s.put("B8", "doNotContact == $param")
                    .cell("B10", "t=\"b\"", "<f aca=\"false\">TRUE()</f><v>1</v>"),
            "Points_10: Lead[country in [us]; doNotContact == true] -> ONCE 20, GROUP Company, REASON Large"));
  }

  private static final String UNNUMBERED =
      "<row><c t=\"inlineStr\"><is><t>RuleSet</t></is></c><c t=\"inlineStr\"><is><t>a</t></is></c></row>"
          + "<row><c t=\"inlineStr\"><is><t>RuleTable T</t></is></c></row>"
          + "<row><c t=\"inlineStr\"><is><t>CONDITION</t></is></c><c t=\"inlineStr\"><is><t>ACTION</t></is></c></row>"
          + "<row><c t=\"inlineStr\"><is><t>Lead</t></is></c></row>"
          + "<row><c t=\"inlineStr\"><is><t>employees &gt; $param</t></is></c><c t=\"inlineStr\"><is><t>scorecard.trait(\"$param\")</t></is></c></row>"
          + "<row/><row><c><v>5</v></c><c t=\"inlineStr\"><is><t>large</t></is></c></row></sheetData></worksheet>";
}
