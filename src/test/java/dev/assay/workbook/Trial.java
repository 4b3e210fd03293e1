package dev.assay.workbook;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A workbook and what the reader should make of it.
 *
 * @param errors as {@code Sheet!C7: part of the message}, in order; empty when it should be read
 * @param meaning lines that the understood workbook must have, as {@link Meaning} writes them
 */
record Trial(String name, Supplier<byte[]> file, List<String> errors, List<String> meaning) {

  /** The sound workbook after a change is refused with these errors and no others. */
  static Trial refused(String name, Consumer<Xlsx> change, String... errors) {
    return new Trial(name, () -> changed(change), List.of(errors), List.of());
  }

  /** The rule sheet of the sound workbook after a change is refused. */
  static Trial badRules(String name, Consumer<SheetXml> change, String... errors) {
    return refused(name, xlsx -> change.accept(xlsx.sheet("Rules")), errors);
  }

  static Trial file(String name, Supplier<byte[]> file, String... errors) {
    return new Trial(name, file, List.of(errors), List.of());
  }

  /** The sound workbook after a change is read. */
  static Trial reads(String name, Consumer<Xlsx> change, String... meaning) {
    return new Trial(name, () -> changed(change), List.of(), List.of(meaning));
  }

  /** The sound workbook after a change of its rule sheet is read. */
  static Trial rules(String name, Consumer<SheetXml> change, String... meaning) {
    return reads(name, xlsx -> change.accept(xlsx.sheet("Rules")), meaning);
  }

  private static byte[] changed(Consumer<Xlsx> change) {
    Xlsx xlsx = sound();
    change.accept(xlsx);
    return xlsx.bytes();
  }

  /** One rule table with a row of each sort, groups and a case. */
  static Xlsx sound() {
    Xlsx xlsx = new Xlsx();
    xlsx.sheet("Rules")
        .row("A1", "RuleSet", "dev.assay.workbook")
        .row("A2", "Import", "dev.assay.assessment.*")
        .row("A3", "Variables", "dev.assay.assessment.Scorecard scorecard")
        .row("A5", "RuleTable Points")
        .row("A6", "CONDITION", "CONDITION", "CONDITION", "CONDITION")
        .row("E6", "ACTION", "ACTION", "ACTION", "ACTION", "ACTION", "ACTION", "ACTION")
        .row("L6", "ACTION", "ACTION", "ACTION")
        .row("A7", "lead : Lead", null, "activity : Activity", "score : Score")
        .merge("A7:B7")
        .row("A8", "Text.in(country, \"$param\")", "employees >= $param", "type == \"$param\"")
        .row("D8", "total >= $param", "scorecard.once($param);", "scorecard.each($param);")
        .row("G8", "scorecard.atMost($param);", "scorecard.within($param);")
        .row("I8", "scorecard.fade(\"$param\");", "scorecard.group(\"$param\");")
        .row("K8", "scorecard.reason(\"$param\");", "scorecard.trait(\"$param\");")
        .row("M8", "scorecard.qualify(\"$param\");", "scorecard.leaveBelow($param);")
        .row("A9", "Country", "Employees", "Activity", "Score", "Once", "Each", "At most")
        .row("H9", "Within", "Fade", "Group", "Reason", "Trait", "Stage", "Leave below")
        .row("A10", "US", 500, null, null, 20, null, null, null, null, "Company", "Large")
        .row("C11", "page_view", null, null, 5, 3, 30, "50% per 90 days", "Web", "Visited")
        .row("D12", 50, null, null, null, null, null, null, null, null, "MQL", 40);
    xlsx.sheet("Groups")
        .row("A1", "Group", "Dimension", "Floor", "Cap", "Notes")
        .row("A2", "Company", "fit", null, 30)
        .row("A3", "Web", "engagement")
        .row("A4", "Total", null, 0, 200, "Limits of the score");
    xlsx.sheet("Cases")
        .row("A1", "Case", "Country", "Employees", "Activities", "Expected score")
        .row("A2", "Large visitor", "US", 900, "page_view /pricing x2", 30);
    return xlsx;
  }

  static final String LARGE =
      "Points_10: Lead[country in [us]; employees >= 500.0] -> ONCE 20, GROUP Company, REASON Large";
  static final String VISITED =
      "Points_11: Activity[type == page_view] -> EACH 5, AT_MOST 3, WITHIN 30, FADE 50% per 90 days, GROUP Web, REASON Visited";
  static final String MQL = "Points_12: Score[total >= 50.0] -> QUALIFY MQL, LEAVE_BELOW 40";
}
