package dev.assay.lead;

import dev.assay.assessment.Occurrence;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.Comparison;
import dev.assay.workbook.Condition;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Pattern;
import dev.assay.workbook.RuleRow;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a lead could do that a row gives points for.
 *
 * @param times how often it has to happen
 */
record RowActivity(
    String reason, String sheet, int row, String type, @Nullable String subject, int times) {

  /** Null for rows that take points away, or look at no activity or at one that cannot be told. */
  static @Nullable RowActivity of(DecisionTable table, RuleRow row) {
    Integer once = row.number(ActionWord.ONCE);
    Integer points = once != null ? once : row.number(ActionWord.EACH);
    if (points == null || points <= 0) {
      return null;
    }
    String type = null;
    String subject = null;
    int times = 1;
    for (Pattern pattern : row.patterns()) {
      if (pattern.absent() || pattern.fact() != FactType.ACTIVITY) {
        continue;
      }
      for (Condition condition : pattern.conditions()) {
        if (condition instanceof Condition.CountWithin count) {
          times = Math.max(times, count.times());
        } else if (names(condition, "type")) {
          type = value(condition);
        } else if (names(condition, "subject")) {
          subject = value(condition);
        } else if (condition instanceof Condition.Compared compared
            && compared.expected() instanceof Double count
            && compared.comparison() != Comparison.LESS_THAN
            && compared.comparison() != Comparison.AT_MOST) {
          times = Math.max(times, (int) Math.min(100, Math.ceil(count)));
        }
      }
    }
    String reason = Objects.requireNonNullElse(row.text(ActionWord.REASON), table.ruleName(row));
    return type == null
        ? null
        : new RowActivity(reason, table.sheet(), row.number(), type, subject, times);
  }

  List<Occurrence> at(Instant moment) {
    return Collections.nCopies(
        times, new Occurrence(type, Objects.requireNonNullElse(subject, ""), moment));
  }

  private static boolean names(Condition condition, String field) {
    if (condition instanceof Condition.Matched matched) {
      return matched.field().name().equals(field);
    }
    return condition instanceof Condition.Compared compared
        && compared.field().name().equals(field);
  }

  private static @Nullable String value(Condition condition) {
    if (condition instanceof Condition.Matched matched && !matched.expected().isEmpty()) {
      return switch (matched.operator()) {
        case IS, IN, STARTS_WITH, ENDS_WITH, CONTAINS, HAS_WORD -> matched.expected().get(0);
        case IS_NOT, NOT_IN, CONTAINS_NONE, LACKS_WORD -> null;
      };
    }
    return condition instanceof Condition.Compared compared
            && compared.comparison() == Comparison.EQUAL
            && compared.expected() instanceof String text
        ? text
        : null;
  }
}
