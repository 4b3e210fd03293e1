package dev.assay.workbook;

import static dev.assay.workbook.Trial.badRules;
import static dev.assay.workbook.Trial.refused;
import static dev.assay.workbook.Trial.rules;

import java.util.List;

/** Cells that are sound alone and wrong together. */
final class RowTrials {
  private RowTrials() {}

  static List<Trial> all() {
    return List.of(
        badRules("no condition", s -> s.clear("A10").clear("B10"), "Rules!A10: one condition"),
        badRules(
            "conditions of blanks alone",
            s -> s.put("A10", " \u00a0").put("B10", ""),
            "Rules!A10: one condition"),
        badRules("no action", s -> s.row("A13", "US"), "Rules!A13: at least one action"),
        badRules("once and each", s -> s.number("E11", "5"), "Rules!F11: either once or each"),
        badRules("points without reason", s -> s.clear("K10"), "Rules!E10: a reason"),
        badRules("a reason without points", s -> s.clear("E10"), "Rules!J10: points, once or each"),
        badRules(
            "each without activity",
            s -> s.clear("E10").number("F10", "5"),
            "Rules!F10: an Activity"),
        badRules(
            "each of what is absent", s -> s.put("C7", "not Activity"), "Rules!F11: an Activity"),
        badRules(
            "fade without activity", s -> s.put("I10", "50% per 9 days"), "Rules!I10: an Activity"),
        badRules(
            "atMost without each",
            s -> s.clear("F11").number("E11", "5"),
            "Rules!G11: each beside atMost"),
        badRules(
            "points for the score",
            s -> s.number("D10", "50"),
            "Rules!E10: do not depend on the Score"),
        badRules(
            "a trait for the score", s -> s.put("L12", "good"), "Rules!L12: neither the Score"),
        badRules(
            "a trait for a missing trait",
            s ->
                s.put("C7", "not Trait")
                    .put("C8", "name == \"$param\"")
                    .clearRow(11)
                    .row("C11", "vp")
                    .put("L11", "no_vp"),
            "Rules!L11: nor a missing trait"),
        badRules(
            "leaveBelow without stage",
            s -> s.clear("M12").put("M13", "MQL").number("D13", "5"),
            "Rules!N12: a stage beside"),
        badRules(
            "two leaveBelow",
            s -> s.number("D13", "60").put("M13", "MQL").number("N13", "45"),
            "Rules!N13: one leaveBelow for stage MQL"),
        badRules(
            "an unknown group", s -> s.put("J10", "Firm"), "Rules!J10: Groups are [Company, Web]"),
        refused(
            "groups without the sheet",
            x -> x.without("Groups"),
            "Rules!J10: a group",
            "Rules!J11: a group"),
        badRules(
            "every error at once",
            s ->
                s.put("A8", "eval(true)")
                    .put("B10", "1,000")
                    .put("E10", "x")
                    .put("C11", "A B")
                    .clear("M12"),
            "Rules!A8: vocabulary",
            "Rules!B10: a number",
            "Rules!E10: points",
            "Rules!C11: lower-case"),
        rules(
            "a row of notes alone",
            s -> s.put("P9", "Notes").put("P14", "more to come"),
            Trial.LARGE),
        rules("a group in another case", s -> s.put("J10", "COMPANY"), Trial.VISITED),
        rules(
            "two rows of a stage",
            s -> s.put("C13", "demo_request").put("M13", "MQL"),
            "Points_13: Activity[type == demo_request] -> QUALIFY MQL",
            "Stages[inOrder=[Stage[name=MQL, leaveBelow=40]]]"));
  }
}
