package dev.assay.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What DRL sources say, as far as their text tells: quoted names, and points. */
final class DrlWords {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]*)\"");
  private static final Pattern POINTS = Pattern.compile("\\b(?:award|once|each)\\s*\\(");
  private static final Pattern CHAIN =
      Pattern.compile(
          "\\bscorecard((?:\\s*\\.\\s*\\w+\\s*\\(\\s*(?:-?\\d+|\"[^\"\\n]*\")\\s*\\))+)\\s*;");
  private static final Pattern WORD =
      Pattern.compile("\\.\\s*(\\w+)\\s*\\(\\s*(?:(-?\\d+)|\"([^\"\\n]*)\")\\s*\\)");

  private final Set<String> quoted = new HashSet<>();
  private final List<Points> points = new ArrayList<>();
  private boolean unclear;

  /**
   * Points that a rule gives.
   *
   * @param least in all
   * @param most in all
   */
  record Points(Span span, @Nullable String group) {}

  DrlWords(List<String> sources) {
    for (String source : sources) {
      Matcher name = QUOTED.matcher(source);
      while (name.find()) {
        quoted.add(name.group(1));
      }
      readPoints(source);
    }
  }

  /** Whether the name stands between quotation marks anywhere. */
  boolean mentions(String name) {
    return quoted.contains(name);
  }

  boolean mentionsGroup(String name) {
    return quoted.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** All points, where each is written out; null where some are not. */
  @Nullable List<Points> points() {
    return unclear ? null : points;
  }

  private void readPoints(String source) {
    long given = POINTS.matcher(source).results().count();
    Matcher chain = CHAIN.matcher(source);
    while (chain.find()) {
      given -= readChain(chain.group(1));
    }
    unclear |= given != 0;
  }

  /** The number of awards in the chain. */
  private int readChain(String chain) {
    int awards = 0;
    long each = 0;
    long most = 1;
    String group = null;
    Matcher word = WORD.matcher(chain);
    while (word.find()) {
      switch (word.group(1)) {
        case "award", "once" -> {
          awards++;
          each = number(word);
        }
        case "each" -> {
          awards++;
          each = number(word);
          most = most == 1 ? Span.UNBOUNDED : most;
        }
        case "atMost" -> most = number(word);
        case "group" -> group = word.group(3);
        default -> {}
      }
    }
    unclear |= awards > 1;
    if (awards == 1) {
      long all = most >= Span.UNBOUNDED ? Long.signum(each) * Span.UNBOUNDED : each * most;
      points.add(new Points(new Span(Math.min(all, 0), Math.max(all, 0)), group));
    }
    return awards;
  }

  private static long number(Matcher word) {
    String digits = word.group(2);
    return digits == null || digits.length() > 9 ? Span.UNBOUNDED : Long.parseLong(digits);
  }
}
