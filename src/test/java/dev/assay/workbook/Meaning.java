package dev.assay.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a workbook means, a line for each rule, group and case. */
final class Meaning {
  private Meaning() {}

  static List<String> of(Workbook workbook) {
    List<String> lines = new ArrayList<>();
    for (DecisionTable table : workbook.tables()) {
      for (RuleRow row : table.rows()) {
        lines.add(
            "%s: %s -> %s"
                .formatted(
                    table.ruleName(row),
                    row.patterns().stream().map(Meaning::pattern).collect(Collectors.joining(", ")),
                    row.actions().stream()
                        .map(action -> action.word() + " " + action.text())
                        .collect(Collectors.joining(", "))));
      }
    }
    workbook.groups().forEach(group -> lines.add(group.toString()));
    lines.add("Score from %s to %s".formatted(workbook.floor(), workbook.ceiling()));
    lines.add(workbook.stages().toString());
    for (Case example : workbook.cases()) {
      lines.add(
          "%s: %s %s%s-> %s"
              .formatted(
                  example.name(),
                  example.lead().employees(),
                  example.lead().attributes(),
                  example.activities(),
                  new java.util.TreeMap<>(example.expected())));
    }
    return lines;
  }

  private static String pattern(Pattern pattern) {
    return (pattern.absent() ? "not " : "")
        + pattern.fact().word()
        + pattern.conditions().stream()
            .map(Condition::words)
            .collect(Collectors.joining("; ", "[", "]"));
  }
}
