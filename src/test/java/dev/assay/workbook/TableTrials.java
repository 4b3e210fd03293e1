package dev.assay.workbook;

import static dev.assay.workbook.Trial.badRules;
import static dev.assay.workbook.Trial.reads;
import static dev.assay.workbook.Trial.refused;
import static dev.assay.workbook.Trial.rules;

import java.util.ArrayList;
import java.util.List;

/** Keywords, heads and where tables stand. */
final class TableTrials {
  private TableTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(keywords());
    trials.addAll(places());
    trials.addAll(sheets());
    return trials;
  }

  private static List<Trial> keywords() {
    String misspelt = "RuleTable and a name";
    return List.of(
        badRules("RuleTabel", s -> s.put("A5", "RuleTabel Points"), "Rules!A5: " + misspelt),
        badRules("Rule Table", s -> s.put("A5", "Rule Table Points"), "Rules!A5: " + misspelt),
        badRules("RuleTablePoints", s -> s.put("A5", "RuleTablePoints"), "Rules!A5: " + misspelt),
        badRules(
            "a second table misspelt",
            s -> beside(s).put("R5", "Rule\u200bTable Beside"),
            "Rules!R5: " + misspelt,
            "Rules!S8: each action once in a table"),
        badRules(
            "RuleSet misspelt",
            s -> s.put("A1", "RuelSet"),
            "Rules!A1: misspelt",
            "Rules!A1: RuleSet once"),
        badRules("no RuleSet", s -> s.clearRow(1), "Rules!A1: RuleSet once"),
        badRules("RuleSet twice", s -> s.row("A4", "RuleSet", "a"), "Rules!A4: RuleSet once"),
        badRules(
            "RuleSet below",
            s -> s.clearRow(1).row("Q20", "RuleSet", "a"),
            "Rules!Q20: RuleSet once"),
        badRules(
            "a title above RuleSet",
            s -> s.clearRow(1).row("A1", "Our rules").clearRow(2).row("A2", "RuleSet", "a"),
            "Rules!A1: RuleSet in the first line"),
        badRules("table without name", s -> s.put("A5", "RuleTable"), "Rules!A5: and a name"),
        badRules(
            "CONDITION misspelt", s -> s.put("A6", "CONDITON"), "Rules!A6: CONDITION or ACTION"),
        rules(
            "keywords in lower case",
            s -> s.put("A5", "ruletable Points").put("A1", "ruleset").put("A6", "condition"),
            Trial.LARGE),
        rules("C and A for short", s -> s.put("A6", "C").put("E6", "A"), Trial.LARGE));
  }

  /** A second table below the first. */
  private static SheetXml second(SheetXml sheet) {
    return sheet
        .row("A20", "RuleTable More")
        .row("A21", "CONDITION", "ACTION")
        .row("A22", "trait : Trait")
        .row("A23", "name == \"$param\"", "scorecard.trait(\"$param\");")
        .row("A24", "Trait", "Then")
        .row("A25", "vp", "executive");
  }

  /** A second table on the right of the first. */
  private static SheetXml beside(SheetXml sheet) {
    return sheet
        .row("R5", "RuleTable Beside")
        .row("R6", "CONDITION", "ACTION")
        .row("R7", "trait : Trait")
        .row("R8", "name == \"$param\"", "scorecard.trait(\"$param\");")
        .row("R10", "vp", "executive");
  }

  private static List<Trial> places() {
    String more = "More_25: Trait[name == vp] -> TRAIT executive";
    return List.of(
        rules("two tables one below the other", TableTrials::second, Trial.MQL, more),
        rules(
            "two tables side by side",
            TableTrials::beside,
            Trial.LARGE,
            Trial.MQL,
            "Beside_10: Trait[name == vp] -> TRAIT executive"),
        rules(
            "blank rows between rules",
            s -> s.row("D19", 90, null, null, null, null, null, null, null, null, "SQL"),
            "Points_19: Score[total >= 90.0] -> QUALIFY SQL"),
        rules(
            "a column of notes",
            s -> s.put("P9", "Why").put("P10", "Asked for by Ann").put("Q11", "?"),
            Trial.LARGE),
        badRules("merged rules", s -> s.merge("E10:E11"), "Rules!E10: no merged cells among"),
        badRules(
            "all cells merged",
            s -> s.merge("A1:XFD1048576"),
            "Rules!A1: nothing above an action",
            "Rules!A1: no merged cells among",
            "Rules!A5: across the head",
            "Rules!C8: a field of Lead",
            "Rules!D8: a field of Lead"),
        refused("a merged region of nonsense", x -> x.sheet("Rules").merge("A10:"), "file: intact"),
        refused(
            "a merged region upside down", x -> x.sheet("Rules").merge("B20:A19"), "file: intact"),
        badRules(
            "the same table twice",
            s -> second(s).put("A20", "RuleTable points"),
            "Rules!A20: a name that no other table has"),
        refused(
            "the same table on two sheets",
            x -> {
              x.sheet("More").row("A1", "RuleSet", "a");
              second(x.sheet("More")).put("A20", "RuleTable Points");
            },
            "More!A20: Sheet Rules has such a table at A5"));
  }

  private static List<Trial> sheets() {
    return List.of(
        refused("a hidden sheet", x -> x.state("Rules", "hidden"), "Rules: a visible sheet"),
        refused(
            "a very hidden sheet", x -> x.state("Cases", "veryHidden"), "Cases: a visible sheet"),
        refused("a state of nonsense", x -> x.state("Cases", "Visible"), "Cases: a visible sheet"),
        reads(
            "an empty hidden sheet",
            x -> {
              x.sheet("Empty");
              x.state("Empty", "hidden");
            },
            Trial.LARGE),
        reads(
            "sheets for people",
            x -> {
              x.sheet("Notes on rules").put("A1", "Hello");
              x.sheet("About").put("B7", "US");
            },
            Trial.LARGE),
        refused(
            "a misspelt table among notes",
            x -> x.sheet("Notes").put("A1", "RuleTabel X"),
            "Notes!A1: misspelt"),
        reads(
            "a table among notes",
            x -> {
              x.sheet("Notes").row("A1", "RuleSet", "a");
              second(x.sheet("Notes"));
            },
            "More_25: Trait[name == vp] -> TRAIT executive"),
        refused(
            "a sheet of something else",
            x -> x.sheet("Sheet1").put("A1", "Hello"),
            "Sheet1: names that start with Notes"),
        refused(
            "Group for Groups",
            x -> {
              x.without("Groups");
              x.sheet("Group").row("A1", "Group", "Dimension");
            },
            "Rules!J10: a group from",
            "Rules!J11: a group from",
            "Group: Groups or Cases"),
        refused(
            "two sheets of one name",
            x -> x.sheet("GROUPS ").row("A1", "Group", "Dimension"),
            "GROUPS : each sheet name once"),
        refused(
            "an empty workbook",
            x -> {
              x.without("Rules");
              x.without("Groups");
              x.without("Cases");
              x.sheet("Sheet1");
            },
            "file: at least one rule table"),
        refused(
            "a workbook without sheets",
            x -> {
              x.without("Rules");
              x.without("Groups");
              x.without("Cases");
            },
            "file: at least one rule table"),
        refused(
            "rules on the sheet Groups",
            x -> {
              x.without("Groups");
              x.sheet("Groups").row("A1", "RuleSet", "a").row("A2", "RuleTable Groups");
            },
            "Rules!J10: a group from",
            "Rules!J11: a group from",
            "Groups!A1: one of the headers",
            "Groups!A1: a column with the header Group",
            "Groups!A1: a column with the header Dimension",
            "Groups!B1: one of the headers",
            "Groups!A2: a group in the first column"));
  }
}
