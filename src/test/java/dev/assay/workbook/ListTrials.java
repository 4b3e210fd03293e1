package dev.assay.workbook;

import static dev.assay.workbook.Trial.reads;
import static dev.assay.workbook.Trial.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The sheets Groups and Cases. */
final class ListTrials {
  private ListTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>(groups());
    trials.addAll(cases());
    return trials;
  }

  private static Trial groups(String name, Consumer<SheetXml> change, String... errors) {
    return refused(name, xlsx -> change.accept(xlsx.sheet("Groups")), errors);
  }

  private static Trial cases(String name, Consumer<SheetXml> change, String... errors) {
    return refused(name, xlsx -> change.accept(xlsx.sheet("Cases")), errors);
  }

  private static List<Trial> groups() {
    return List.of(
        groups(
            "a header misspelt",
            s -> s.put("B1", "Dimensoin"),
            "Groups!A1: a column with the header Dimension",
            "Groups!B1: one of the headers",
            "Groups!A2: fit or engagement",
            "Groups!A3: fit or engagement"),
        groups("a header twice", s -> s.put("E1", "Cap"), "Groups!E1: each header once"),
        groups(
            "a cell below no header", s -> s.put("G3", "what?"), "Groups!G3: a header in line 1"),
        groups("a group twice", s -> s.row("A5", "WEB", "fit"), "Groups!A5: each group once"),
        groups(
            "a group without name", s -> s.number("D5", "10"), "Groups!D5: a group in the first"),
        groups("no dimension", s -> s.clear("B3"), "Groups!A3: fit or engagement"),
        groups(
            "a dimension of nonsense",
            s -> s.put("B3", "behaviour"),
            "Groups!B3: fit or engagement"),
        groups(
            "floor above cap", s -> s.number("C2", "40"), "Groups!C2: a floor that is not above"),
        groups(
            "total above itself",
            s -> s.number("C4", "201"),
            "Groups!C4: a floor that is not above"),
        groups("total with dimension", s -> s.put("B4", "fit"), "Groups!B4: no dimension"),
        groups("two totals", s -> s.row("A5", "total", null, 0), "Groups!A5: one line Total"),
        groups("a cap as formula", s -> s.formula("D2", "1+1", "2"), "Groups!D2: Paste Special"),
        groups("a cap with separators", s -> s.put("D2", "1,000"), "Groups!D2: without separators"),
        groups("a cap of half a point", s -> s.number("D2", "0.5"), "Groups!D2: a whole number"),
        groups(
            "code for a group",
            s -> s.put("A2", "Company\"); eval(1); //"),
            "Rules!J10: a group from",
            "Groups!A2: without \""),
        reads(
            "headers in any case and place",
            xlsx ->
                xlsx.sheet("Groups")
                    .put("A1", " GROUP\u00a0")
                    .put("C1", "floor")
                    .put("F1", "notes")
                    .put("F3", "x")
                    .put("E9", "only a note"),
            "Group[name=Company, dimension=FIT, floor=null, cap=30]",
            "Group[name=Web, dimension=ENGAGEMENT, floor=null, cap=null]",
            "Score from 0 to 200"));
  }

  private static List<Trial> cases() {
    return List.of(
        cases("an unknown header", s -> s.put("B1", "Contry"), "Cases!B1: one of the headers"),
        cases(
            "an unknown result",
            s -> s.put("E1", "Expected points"),
            "Cases!E1: one of the headers",
            "Cases!A2: one expected result"),
        cases("a case without name", s -> s.clear("A2"), "Cases!B2: a name in the column Case"),
        cases("nothing expected", s -> s.clear("E2"), "Cases!A2: one expected result"),
        cases(
            "activities of nonsense",
            s -> s.put("D2", "Visited us!"),
            "Cases!D2: Not understood: \"Visited us!\""),
        cases("activities as number", s -> s.number("D2", "5"), "Cases!D2: activities such as"),
        cases("zero times", s -> s.put("D2", "page_view x0"), "Cases!D2: at least once"),
        cases(
            "millions of times",
            s -> s.put("D2", "page_view x999; ".repeat(100)),
            "Cases!D2: at most 1000 times"),
        cases("an endless list", s -> s.put("D2", "a;".repeat(16_000)), "Cases!D2: Shorten it"),
        cases("half an employee", s -> s.number("C2", "1.5"), "Cases!C2: a whole number"),
        cases(
            "more employees than people", s -> s.number("C2", "1e12"), "Cases!C2: a whole number"),
        cases("employees in words", s -> s.put("C2", "many"), "Cases!C2: a whole number"),
        cases("expected points in words", s -> s.put("E2", "lots"), "Cases!E2: whole points"),
        cases(
            "a cell of a case below no header",
            s -> s.put("H2", "what?"),
            "Cases!H2: a header in line 1"),
        cases(
            "a field as attribute",
            s -> s.put("F1", "Attribute: country"),
            "Cases!F1: one of the headers"),
        cases(
            "an attribute without name",
            s -> s.put("F1", "Attribute:"),
            "Cases!F1: one of the headers"),
        cases("code for a country", s -> s.put("B2", "US\"); eval(1); //"), "Cases!B2: without \""),
        cases("a date for a country", s -> s.styled("B2", "45000", 2), "Cases!B2: date"),
        reads(
            "attributes keep their case",
            xlsx ->
                xlsx.sheet("Cases")
                    .put("F1", "ATTRIBUTE: companySize")
                    .put("F2", "big")
                    .put("A3", "x")
                    .put("D3", "a b x2 3 days ago;\n c")
                    .put("E3", "-5"),
            "Large visitor: 900 {companySize=big}page_view /pricing[1767268800000, 1767268800000]\n-> {score=30}",
            "x: null {}a b[1767009600000, 1767009600000]\nc [1767268800000]\n-> {score=-5}"));
  }
}
