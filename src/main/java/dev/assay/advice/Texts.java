package dev.assay.advice;

import dev.assay.workbook.TextOperator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be and must not be.
 *
 * @param single whether the field holds one text rather than several
 * @param known whether it must be known, or must not; null for either
 * @param torn whether it must be known and must not
 * @param values the only texts that can be, if these can be counted; else null
 */
record Texts(
    boolean single,
    @Nullable Boolean known,
    boolean torn,
    List<Match> matches,
    @Nullable Set<String> values)
    implements Domain {

  /**
   * A comparison with texts, one of which is enough.
   *
   * @param negated whether none of them may hold
   * @param operator never one of the negated ones
   */
  record Match(boolean negated, TextOperator operator, List<String> texts) {

    static Match of(TextOperator operator, List<String> texts) {
      return switch (operator) {
        case IS_NOT, NOT_IN -> new Match(true, TextOperator.IN, texts);
        case CONTAINS_NONE -> new Match(true, TextOperator.CONTAINS, texts);
        case LACKS_WORD -> new Match(true, TextOperator.HAS_WORD, texts);
        case IS -> new Match(false, TextOperator.IN, texts);
        default -> new Match(false, operator, texts);
      };
    }

    boolean holds(String text) {
      return operator.holds(text, texts) != negated;
    }

    /** Whether a text for which this holds, negated or not, is one for which the other holds. */
    private boolean covers(Match other) {
      if (other.operator != TextOperator.IN
          && other.operator != operator
          && operator != TextOperator.CONTAINS) {
        return false;
      }
      for (String text : other.texts) {
        if (!operator.holds(text, texts)) {
          return false;
        }
      }
      return true;
    }
  }

  static Texts any(boolean single) {
    return new Texts(single, null, false, List.of());
  }

  private Texts(boolean single, @Nullable Boolean known, boolean torn, List<Match> matches) {
    this(single, known, torn, matches, values(single, matches));
  }

  Texts {
    matches = List.copyOf(matches);
  }

  Texts and(Match match) {
    List<Match> more = new ArrayList<>(matches);
    more.add(match);
    return new Texts(single, known, torn, more);
  }

  Texts and(boolean present) {
    return new Texts(single, present, torn || (known != null && known != present), matches);
  }

  private static @Nullable Set<String> values(boolean single, List<Match> matches) {
    Set<String> values = null;
    for (Match match : matches) {
      if (single && !match.negated && match.operator == TextOperator.IN && values == null) {
        values = new LinkedHashSet<>(match.texts);
      }
    }
    if (values != null) {
      values.removeIf(value -> !matches.stream().allMatch(match -> match.holds(value)));
    }
    return values;
  }

  @Override
  public boolean isEmpty() {
    if (torn
        || (Boolean.FALSE.equals(known) && !matches.isEmpty())
        || (values != null && values.isEmpty())) {
      return true;
    }
    for (Match must : matches) {
      for (Match other : matches) {
        if (!must.negated && (other.negated ? other.covers(must) : apart(must, other))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a text cannot begin, or cannot end, with both. */
  private boolean apart(Match one, Match other) {
    if (!single || one.operator != other.operator || one == other) {
      return false;
    }
    return switch (one.operator) {
      case STARTS_WITH, ENDS_WITH ->
          one.texts.stream()
              .allMatch(
                  text ->
                      !other.operator.holds(text, other.texts)
                          && other.texts.stream()
                              .noneMatch(t -> one.operator.holds(t, List.of(text))));
      default -> false;
    };
  }

  @Override
  public boolean within(Domain other) {
    if (!(other instanceof Texts texts)) {
      return false;
    }
    if (texts.known != null && !texts.known.equals(known)) {
      boolean implied = texts.known && !matches.isEmpty();
      if (!implied) {
        return false;
      }
    }
    for (Match wanted : texts.matches) {
      if (!implies(wanted)) {
        return false;
      }
    }
    return true;
  }

  private boolean implies(Match wanted) {
    if (values != null) {
      return values.stream().allMatch(wanted::holds);
    }
    for (Match match : matches) {
      boolean same = match.negated == wanted.negated;
      if (same && (wanted.negated ? match.covers(wanted) : wanted.covers(match))) {
        return true;
      }
    }
    return false;
  }
}
