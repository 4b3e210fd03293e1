package dev.assay.ruleset;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Line;
import dev.assay.assessment.RuleFailure;
import dev.assay.assessment.RuleSet;
import dev.assay.workbook.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries a rule set on the example leads of its workbook. */
public final class RunCases {
  private RunCases() {}

  public static List<CaseResult> run(RuleSet rules, List<Case> cases) {
    return cases.stream().map(example -> run(rules, example)).toList();
  }

  private static CaseResult run(RuleSet rules, Case example) {
    Assessment got;
    try {
      got = rules.assess(example.lead(), example.activities(), Case.AS_OF);
    } catch (RuleFailure failure) {
      return result(example, Map.of(), List.of(String.valueOf(failure.getMessage())), null);
    }
    Map<String, String> values = values(got, rules.stages().step(got, null));
    values.keySet().retainAll(example.expected().keySet());
    List<String> differences = new ArrayList<>();
    new TreeMap<>(example.expected())
        .forEach(
            (name, expected) -> {
              String value = values.get(name);
              if (!expected.equals(value)) {
                differences.add("%s: expected %s, got %s".formatted(name, expected, value));
              }
            });
    return result(example, values, differences, differences.isEmpty() ? null : lines(got));
  }

  private static CaseResult result(
      Case example, Map<String, String> got, List<String> differences, @Nullable String lines) {
    return new CaseResult(
        example.name(),
        example.sheet(),
        example.cell(),
        example.expected(),
        got,
        differences,
        lines);
  }

  private static Map<String, String> values(Assessment got, @Nullable String stage) {
    Map<String, String> values = new TreeMap<>();
    values.put("score", String.valueOf(got.score().total()));
    values.put("fit", String.valueOf(got.score().fit()));
    values.put("engagement", String.valueOf(got.score().engagement()));
    values.put("grade", orNone(got.gradeValue()));
    values.put("band", orNone(got.bandValue()));
    values.put("stage", orNone(stage));
    values.put("owner", orNone(got.ownerValue()));
    return values;
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static String lines(Assessment got) {
    return got.lines().stream()
        .map(RunCases::words)
        .collect(Collectors.joining("; ", "The score is made of: ", ""));
  }

  private static String words(Line line) {
    String where = line instanceof Line.Award award ? " (" + award.rule().name() + ")" : "";
    return "%+d %s%s".formatted(line.points(), line.reason(), where);
  }
}
