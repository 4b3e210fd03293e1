package dev.assay.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of text that rules use. They ignore case and surrounding blanks. A value may be a
 * text or a list of texts, of which one is enough. Nothing holds for an unknown value, except that
 * it is absent; in particular, an unknown value is not "not" anything.
 *
 * <p>Where several alternatives are given they stand in one text, separated by commas.
 */
public final class Text {
  private Text() {}

  public static boolean is(@Nullable Object value, String expected) {
    return in(value, List.of(fold(expected)));
  }

  public static boolean isNot(@Nullable Object value, String expected) {
    return isPresent(value) && !is(value, expected);
  }

  public static boolean in(@Nullable Object value, String expected) {
    return in(value, alternatives(expected));
  }

  public static boolean notIn(@Nullable Object value, String expected) {
    return isPresent(value) && !in(value, expected);
  }

  public static boolean startsWith(@Nullable Object value, String expected) {
    return any(value, alternatives(expected), String::startsWith);
  }

  public static boolean endsWith(@Nullable Object value, String expected) {
    return any(value, alternatives(expected), String::endsWith);
  }

  public static boolean contains(@Nullable Object value, String expected) {
    return any(value, alternatives(expected), String::contains);
  }

  public static boolean containsNone(@Nullable Object value, String expected) {
    return isPresent(value) && !contains(value, expected);
  }

  /** Whether any of the words or phrases stands in the text as whole words. */
  public static boolean hasWord(@Nullable Object value, String expected) {
    return any(value, alternatives(expected), Text::standsIn);
  }

  /** Whether the text is known and none of the words or phrases stands in it. */
  public static boolean lacksWord(@Nullable Object value, String expected) {
    return isPresent(value) && !hasWord(value, expected);
  }

  /**
   * Whether the value is as known as expected.
   *
   * @param expected {@code present} or {@code absent}
   */
  public static boolean presence(@Nullable Object value, String expected) {
    return isPresent(value) == fold(expected).equals("present");
  }

  /** Whether anything is known; an empty text or list is not. */
  public static boolean isPresent(@Nullable Object value) {
    if (value instanceof Collection<?> many) {
      return !many.isEmpty();
    }
    return value != null && !fold(value.toString()).isEmpty();
  }

  /** The comma-separated alternatives, folded for comparison. Empty ones are left out. */
  public static List<String> alternatives(String list) {
    List<String> known = LISTS.get(list);
    if (known == null) {
      known = Stream.of(COMMA.split(list)).map(Text::fold).filter(s -> !s.isEmpty()).toList();
      if (LISTS.size() < MOST_LISTS) {
        LISTS.put(list, known);
      }
    }
    return known;
  }

  /** Whether the value, or one of the values, is among the folded alternatives. */
  public static boolean in(@Nullable Object value, Collection<String> folded) {
    return any(value, folded, String::equals);
  }

  /** A comparison of a folded value with a folded alternative. */
  public interface Comparison {
    boolean holds(String value, String expected);
  }

  /** Whether the comparison holds for the value, or one of the values, with any alternative. */
  public static boolean any(
      @Nullable Object value, Collection<String> folded, Comparison comparison) {
    if (value instanceof Collection<?> many) {
      for (Object one : many) {
        if (any(one, folded, comparison)) {
          return true;
        }
      }
      return false;
    }
    String text = value == null ? "" : fold(value.toString());
    if (text.isEmpty()) {
      return false;
    }
    for (String expected : folded) {
      if (comparison.holds(text, expected)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the expected words stand in the value with no letter or digit next to them. */
  public static boolean standsIn(String value, String expected) {
    int at = expected.isEmpty() ? -1 : value.indexOf(expected);
    while (at >= 0) {
      int end = at + expected.length();
      if ((at == 0 || !inWord(value.codePointBefore(at)))
          && (end == value.length() || !inWord(value.codePointAt(end)))) {
        return true;
      }
      at = value.indexOf(expected, at + 1);
    }
    return false;
  }

  /** Marks belong to the letter before them: accents typed apart, the vowels of Indian scripts. */
  private static boolean inWord(int character) {
    return Character.isLetterOrDigit(character)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  /**
   * The text without surrounding blanks and in one case. Blanks that do not break, which come with
   * text copied from web pages, are blanks like others.
   */
  public static String fold(String text) {
    if (text.length() > LONGEST_RECENT) {
      return folded(text);
    }
    int place = text.hashCode() & (RECENT.length - 1);
    Folded recent = RECENT[place];
    if (recent == null || !recent.text.equals(text)) {
      recent = new Folded(text, folded(text));
      RECENT[place] = recent;
    }
    return recent.folded;
  }

  private static String folded(String text) {
    return text.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT);
  }

  private record Folded(String text, String folded) {}

  /**
   * What was folded lately, since dozens of rows ask for the same title. Threads overwrite each
   * other's entries at will: an entry is complete in itself, so any of them is right.
   */
  private static final @Nullable Folded[] RECENT = new Folded[1 << 9];

  /** Longer texts are folded anew, so that those kept stay small. */
  private static final int LONGEST_RECENT = 200;

  /** The lists that stand in DRL files, each read once. */
  private static final Map<String, List<String>> LISTS = new ConcurrentHashMap<>();

  private static final int MOST_LISTS = 1_000;

  private static final Pattern COMMA = Pattern.compile(",");
}
