package dev.assay.workbook;

import static dev.assay.workbook.Trial.badRules;
import static dev.assay.workbook.Trial.rules;

import java.util.ArrayList;
import java.util.List;

/** Code wherever Drools would run it. */
final class CodeTrials {
  private static final String HACK = "System.setProperty(\"assay.hacked\", \"1\")";
  private static final String RUN = "Runtime.getRuntime().exec(\"touch target/assay-hacked\")";

  private CodeTrials() {}

  static List<Trial> all() {
    List<Trial> trials = new ArrayList<>();
    for (String snippet : CONDITIONS) {
      trials.add(
          badRules("condition " + snippet, s -> s.put("A8", snippet), "Rules!A8: vocabulary"));
    }
    for (String snippet : ACTIONS) {
      trials.add(badRules("action " + snippet, s -> s.put("E8", snippet), "Rules!E8: vocabulary"));
    }
    for (String object : OBJECTS) {
      trials.add(
          badRules("object " + object, s -> s.put("C7", object), "Rules!C7: a fact to look for"));
    }
    for (String kind : COLUMNS) {
      trials.add(
          badRules(
              "column " + kind,
              s -> s.put("O6", kind).put("O8", HACK).put("O10", HACK),
              "Rules!O6: CONDITION or ACTION"));
    }
    for (String line : HEADS) {
      trials.add(
          badRules(
              "head line " + line,
              s -> s.row("A4", line, "void f() { " + HACK + "; }"),
              "Rules!A4: RuleSet, Import, Variables or Notes"));
    }
    trials.addAll(heads());
    trials.addAll(data());
    return trials;
  }

  private static final List<String> CONDITIONS =
      List.of(
          "eval(" + HACK + " == null)",
          "eval($param)",
          "country == \"$param\" || " + RUN + " != null",
          "country == \"$param\" from " + RUN,
          "Text.in(country, \"$param\"), " + RUN + " != null",
          "Text.in(country, " + RUN + ")",
          "Text.in(country.toString(), \"$param\")",
          "Text.in(country, \"$param\").getClass()",
          "Text.in(country, \"$param\") // all",
          "Text.in(country, \"$param\"); " + HACK,
          "Text.in(country, \"$param\") /* " + HACK + " */",
          "accumulate(Lead(), $n : count(1))",
          "Text.in(country, \"$1\")",
          "Text.forName(country, \"$param\") == null",
          "this.getClass().forName(\"$param\") != null",
          "getClass().getName() == \"$param\"",
          "employees + 1 >= $param",
          "employees >= $param && employees < 9",
          "$param",
          "forall(country, $)",
          "T\u200bext.in(country, \"$param\")",
          "country matches \"$param\"",
          "country soundslike \"$param\"",
          "class.classLoader == \"$param\"");

  private static final List<String> ACTIONS =
      List.of(
          HACK + ";",
          RUN + ";",
          "scorecard.once($param); " + HACK + ";",
          "scorecard.once($param).getClass();",
          "scorecard.getClass().forName(\"$param\");",
          "scorecard.once(" + RUN + ".hashCode());",
          "scorecard.begin($param);",
          "scorecard.veto(\"$param\");",
          "scorecard.award($param);",
          "insert(new Trait(\"$param\"));",
          "modify(lead) { " + HACK + " }",
          "drools.halt();",
          "scorecard.once($1, $2);",
          "scorecard.once($param);;",
          "// scorecard.once($param);");

  private static final List<String> OBJECTS =
      List.of(
          "a : Activity() from " + RUN,
          "java.lang.Runtime",
          "r : Runtime",
          "exists Activity",
          "a : Activity(" + HACK + " == null)",
          "eval(" + HACK + ")",
          "accumulate(Activity(), $n : count(1))",
          "not not Trait",
          "not Score",
          "not Lead",
          "not Qualification",
          "a : activity");

  private static final List<String> COLUMNS =
      List.of(
          "PRIORITY",
          "NAME",
          "DESCRIPTION",
          "ACTIVATION-GROUP",
          "AGENDA-GROUP",
          "RULEFLOW-GROUP",
          "NO-LOOP",
          "LOCK-ON-ACTIVE",
          "AUTO-FOCUS",
          "DURATION",
          "TIMER",
          "CALENDARS",
          "METADATA",
          "UNLOOP",
          "P",
          "N",
          "COND1TION",
          "CONDITIONS");

  private static final List<String> HEADS =
      List.of(
          "Functions",
          "Queries",
          "Declare",
          "Sequential",
          "EscapeQuotes",
          "NumericDisabled",
          "IgnoreNumericFormat",
          "Unit",
          "Dialect",
          "SequentialMaxPriority",
          HACK);

  private static List<Trial> heads() {
    return List.of(
        badRules(
            "code in RuleSet",
            s -> s.put("B1", "dev.assay; import java.lang.Runtime"),
            "Rules!B1: a package name"),
        badRules("no RuleSet name", s -> s.clear("B1"), "Rules!A1: a package name"),
        badRules(
            "foreign import", s -> s.put("B2", "java.io.*"), "Rules!B2: dev.assay.assessment.*"),
        badRules(
            "import of more",
            s -> s.put("B2", "dev.assay.assessment.*, java.io.File"),
            "Rules!B2: dev.assay.assessment.*"),
        badRules(
            "static import",
            s -> s.put("B2", "static java.lang.System.exit"),
            "Rules!B2: dev.assay.assessment.*"),
        badRules(
            "foreign variable",
            s -> s.put("B3", "java.lang.Runtime scorecard"),
            "Rules!B3: dev.assay.assessment.Scorecard scorecard"),
        badRules(
            "one variable more",
            s -> s.put("B3", "dev.assay.assessment.Scorecard scorecard, java.lang.Object x"),
            "Rules!B3: dev.assay.assessment.Scorecard scorecard"),
        badRules("code beside the head", s -> s.put("C2", HACK), "Rules!C2: nothing beside"),
        badRules("a value without a key", s -> s.put("B4", HACK), "Rules!B4: nothing beside"),
        badRules(
            "code in the table's name",
            s -> s.put("A5", "RuleTable Points\"; " + HACK),
            "Rules!A5: RuleTable and a name"),
        badRules(
            "a stock parameter in the table's name",
            s -> s.put("A5", "RuleTable Points(int x)"),
            "Rules!A5: RuleTable and a name"));
  }

  private static List<Trial> data() {
    String breakout = "US\"); System.exit(1); //";
    return List.of(
        badRules("breakout in a condition", s -> s.put("A10", breakout), "Rules!A10: without"),
        badRules("breakout in a name", s -> s.put("C11", breakout), "Rules!C11: lower-case"),
        badRules("breakout in a reason", s -> s.put("K10", breakout), "Rules!K10: without \" and"),
        badRules("breakout in a fade", s -> s.put("I11", breakout), "Rules!I11: without"),
        badRules("breakout in a group", s -> s.put("J10", breakout), "Rules!J10: without \" and"),
        badRules(
            "breakout in a number", s -> s.put("B10", "5) || eval(true"), "Rules!B10: a number"),
        badRules("code for points", s -> s.put("E10", RUN + ".hashCode()"), "Rules!E10: points"),
        badRules(
            "Unicode escape", s -> s.put("K10", "\\u0022); //"), "Rules!K10: without \" and \\"),
        badRules(
            "Excel's escape of a quote",
            s -> s.put("K10", "_x0022_); //"),
            "Rules!K10: without \""),
        badRules("line break", s -> s.put("K10", "one\ntwo"), "Rules!K10: a text on one line"),
        badRules("line break in a condition", s -> s.put("A10", "US\nCA"), "Rules!A10: one line"),
        badRules("tab", s -> s.put("K10", "one\ttwo"), "Rules!K10: without"),
        badRules("a text that turns around", s -> s.put("K10", "a\u202eb"), "Rules!K10: invisible"),
        rules(
            "code without quotes is a text",
            s -> s.put("K10", "System.setProperty('assay.hacked', '1'); ${7*7} @{x} #{y}"),
            "Points_10: Lead[country in [us]; employees >= 500.0] -> ONCE 20, GROUP Company, REASON System.setProperty('assay.hacked', '1'); ${7*7} @{x} #{y}"),
        rules(
            "code as a value is a value",
            s -> s.put("A10", "eval(System.exit(1)); ${x}"),
            "Points_10: Lead[country in [eval(system.exit(1)); ${x}]; employees >= 500.0] -> ONCE 20, GROUP Company, REASON Large"));
  }
}
