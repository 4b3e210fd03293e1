package dev.assay.workbook;

import static dev.assay.workbook.Trial.badRules;
import static dev.assay.workbook.Trial.rules;

import java.util.List;

/** What columns ask and do. */
final class ColumnTrials {
  private ColumnTrials() {}

  static List<Trial> all() {
    return List.of(
        badRules(
            "a column that lost its CONDITION",
            s -> s.clear("B6"),
            "Rules!B8: CONDITION or ACTION two rows above"),
        badRules("a column that lost its snippet", s -> s.clear("B8"), "Rules!B8: a snippet"),
        badRules("a condition that lost its fact", s -> s.clear("C7"), "Rules!C7: a fact"),
        badRules("a fact above an action", s -> s.put("E7", "Lead"), "Rules!E7: nothing above"),
        badRules(
            "a column beyond the table",
            s -> s.put("Q8", "country == \"$param\""),
            "Rules!Q8: CONDITION"),
        badRules(
            "an action twice",
            s -> s.put("F8", "scorecard.once($param);"),
            "Rules!F8: each action once"),
        badRules(
            "a variable twice",
            s -> s.put("D7", "lead : Lead").put("D8", "employees >= $param"),
            "Rules!D8: a variable that no other"),
        badRules(
            "a table without actions",
            s -> {
              for (char c = 'E'; c <= 'N'; c++) {
                s.clear(c + "6").clear(c + "8");
              }
            },
            "Rules!A5: one CONDITION and one ACTION"),
        badRules(
            "an unknown field",
            s -> s.put("B8", "headcount >= $param"),
            "Rules!B8: a field of Lead"),
        badRules(
            "a field of another fact",
            s -> s.put("C8", "country == \"$param\""),
            "Rules!C8: a field of Activity"),
        badRules(
            "a text compared as such",
            s -> s.put("A8", "country == \"$param\""),
            "Rules!A8: Text.is(country"),
        badRules(
            "a number in quotes",
            s -> s.put("B8", "employees >= \"$param\""),
            "Rules!B8: employees >= $param"),
        badRules("a half-open quote", s -> s.put("C8", "type == \"$param"), "Rules!C8: vocabulary"),
        badRules(
            "a name that is more", s -> s.put("C8", "type >= \"$param\""), "Rules!C8: type =="),
        badRules(
            "a number as text function",
            s -> s.put("B8", "Text.in(employees, \"$param\")"),
            "Rules!B8: holds text"),
        badRules(
            "an unknown function",
            s -> s.put("A8", "Text.like(country, \"$param\")"),
            "Rules!A8: Functions are"),
        badRules(
            "another field in the guard",
            s -> s.put("B8", "budget != null && employees >= $param"),
            "Rules!B8: vocabulary"),
        badRules(
            "differs without guard",
            s -> s.put("B8", "employees != $param"),
            "Rules!B8: employees != null && employees != $param"),
        badRules(
            "points in quotes",
            s -> s.put("E8", "scorecard.once(\"$param\");"),
            "Rules!E8: scorecard.once($param);"),
        badRules(
            "reason without quotes",
            s -> s.put("K8", "scorecard.reason($param);"),
            "Rules!K8: scorecard.reason(\"$param\");"),
        badRules(
            "attribute of odd name",
            s -> s.put("B8", "number(\"a b\") >= $param"),
            "Rules!B8: vocabulary"),
        badRules(
            "attribute of odd type",
            s -> s.put("B8", "date(\"start\") >= $param"),
            "Rules!B8: a field of Lead"),
        badRules(
            "attribute of an activity",
            s -> s.put("C8", "number(\"seats\") >= $param"),
            "Rules!C8: a field of Activity"),
        badRules(
            "attribute without quotes",
            s -> s.put("B8", "number(seats) >= $param"),
            "Rules!B8: vocabulary"),
        badRules(
            "history of times", s -> s.put("A8", "countWithin($1, $2)"), "Rules!A8: vocabulary"),
        rules(
            "attributes",
            s ->
                s.put("B8", "number(\"seats\") >= $param")
                    .put("A8", "Text.is(text(\"plan\"), \"$param\")"),
            "Points_10: Lead[text(\"plan\") is [us]; number(\"seats\") >= 500.0] -> ONCE 20, GROUP Company, REASON Large"),
        rules(
            "guarded comparison",
            s -> s.put("B8", "employees != null && employees != $param"),
            "Points_10: Lead[country in [us]; employees != 500.0] -> ONCE 20, GROUP Company, REASON Large"),
        rules(
            "not Activity",
            s -> s.put("C7", "not Activity").clearRow(11).put("C10", "demo_request"),
            "Points_10: Lead[country in [us]; employees >= 500.0], not Activity[type == demo_request] -> ONCE 20, GROUP Company, REASON Large"),
        rules(
            "not Trait",
            s ->
                s.put("C7", "not t : Trait()")
                    .put("C8", "name == \"$param\"")
                    .clearRow(11)
                    .put("C10", "student"),
            "Points_10: Lead[country in [us]; employees >= 500.0], not Trait[name == student] -> ONCE 20, GROUP Company, REASON Large"));
  }
}
