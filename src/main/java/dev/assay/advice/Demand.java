package dev.assay.advice;

import dev.assay.assessment.Text;
import dev.assay.workbook.Condition;
import dev.assay.workbook.Condition.Compared;
import dev.assay.workbook.Condition.CountWithin;
import dev.assay.workbook.Condition.Known;
import dev.assay.workbook.Condition.Matched;
import dev.assay.workbook.Condition.QuietFor;
import dev.assay.workbook.FactType;
import dev.assay.workbook.Field;
import dev.assay.workbook.Pattern;
import dev.assay.workbook.TextOperator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a row demands, or demands not to be there.
 *
 * @param domains what is left open, by the name of the field; of times by {@link #WHEN}
 */
record Demand(FactType fact, boolean absent, SortedMap<String, Domain> domains) {
  static final String WHEN = "when";

  static Demand of(Pattern pattern) {
    Demand demand = new Demand(pattern.fact(), pattern.absent(), new TreeMap<>());
    demand.add(pattern);
    return demand;
  }

  /** Adds what another pattern asks of the same fact. */
  void add(Pattern pattern) {
    pattern.conditions().forEach(this::add);
  }

  private void add(Condition condition) {
    String key = key(condition);
    domains.put(key, narrowed(domains.get(key), condition));
  }

  private static Domain narrowed(@Nullable Domain before, Condition condition) {
    Recency recency = before instanceof Recency when ? when : Recency.ANY;
    if (condition instanceof CountWithin count) {
      return recency.and(count);
    } else if (condition instanceof QuietFor quiet) {
      return recency.quietFor(quiet.days());
    } else if (condition instanceof Known is) {
      return texts(before, is.field()).and(is.present());
    } else if (condition instanceof Matched is) {
      return texts(before, is.field()).and(Texts.Match.of(is.operator(), is.expected()));
    }
    return compared(before, (Compared) condition);
  }

  private static Domain compared(@Nullable Domain before, Compared is) {
    if (is.expected() instanceof String text) {
      TextOperator operator =
          switch (is.comparison()) {
            case EQUAL -> TextOperator.IS;
            default -> TextOperator.IS_NOT;
          };
      return texts(before, is.field()).and(Texts.Match.of(operator, List.of(Text.fold(text))));
    }
    return (before instanceof Range range ? range : Range.of(is.field())).and(is);
  }

  private static Texts texts(@Nullable Domain before, Field field) {
    return before instanceof Texts texts ? texts : Texts.any(!field.name().equals("technologies"));
  }

  /** What the condition asks about. */
  static String key(Condition condition) {
    return condition instanceof Compared is
        ? is.field().name()
        : condition instanceof Matched is
            ? is.field().name()
            : condition instanceof Known is ? is.field().name() : WHEN;
  }

  /** Whether this cannot hold where the other does not. */
  boolean implies(Demand other) {
    if (fact != other.fact || absent != other.absent) {
      return false;
    }
    return absent ? other.foundIn(this) : foundIn(other);
  }

  /** Whether every fact that is sought here is one that is sought there. */
  boolean foundIn(Demand other) {
    for (Map.Entry<String, Domain> wanted : other.domains.entrySet()) {
      Domain domain = domains.get(wanted.getKey());
      if (domain == null || !domain.within(wanted.getValue())) {
        return false;
      }
    }
    return true;
  }
}
