package dev.assay.comparison;

import dev.assay.comparison.Section.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Finds for each line the one it was before. Lines that say the same belong together; then those
 * with the same conditions or the same actions; then those most alike, if they are alike by half.
 */
final class MatchLines {
  /** More pairs than this are not compared one by one; lines left then count as new and gone. */
  static final int MOST_PAIRS = 1_000_000;

  private static final double ALIKE = 0.5;

  /** Enough for the number of a line: a workbook has at most 20,000 rows. */
  private static final int BITS = 15;

  private final Section before;
  private final Section after;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<Integer, int[]> numbered = new HashMap<>();
  private final Map<Integer, Line> matched = new HashMap<>();
  private final Map<Integer, Line> left = new LinkedHashMap<>();

  private MatchLines(Section before, Section after) {
    this.before = before;
    this.after = after;
    before.lines().forEach(line -> left.put(line.index(), line));
    for (Section section : List.of(before, after)) {
      section.headings().forEach(heading -> columns.putIfAbsent(heading.meaning(), columns.size()));
    }
  }

  /** The lines before, by the index of those after. */
  static Map<Integer, Line> match(Section before, Section after) {
    MatchLines match = new MatchLines(before, after);
    match.byEqual((section, line) -> line.content());
    match.byEqual(Section::identity);
    match.byEqual(Section::rest);
    match.byLikeness();
    return match.matched;
  }

  private interface KeyOf {
    Map<String, String> key(Section section, Line line);
  }

  private void byEqual(KeyOf of) {
    Function<Line, Map<String, String>> keyBefore = line -> of.key(before, line);
    Map<Map<String, String>, Deque<Line>> byKey = new HashMap<>();
    for (Line line : left.values()) {
      byKey.computeIfAbsent(keyBefore.apply(line), key -> new ArrayDeque<>()).add(line);
    }
    for (Line line : open()) {
      Map<String, String> key = of.key(after, line);
      Line was = key.isEmpty() ? null : byKey.getOrDefault(key, new ArrayDeque<>()).poll();
      if (was != null) {
        match(was, line);
      }
    }
  }

  private void byLikeness() {
    List<Line> open = open();
    if ((long) open.size() * left.size() > MOST_PAIRS) {
      return;
    }
    LongStream.Builder pairs = LongStream.builder();
    for (Line line : open) {
      int[] is = numbered(line);
      for (Line was : left.values()) {
        double alike = alike(numbered.computeIfAbsent(was.index(), old -> numbered(was)), is);
        if (alike >= ALIKE) {
          pairs.add(pair(alike, was.index(), line.index()));
        }
      }
    }
    pairs.build().sorted().forEach(this::match);
  }

  /** The pair as a number, the more alike the smaller; then the nearer, then the earlier. */
  private static long pair(double alike, int was, int is) {
    long unlike = Math.round((1 - alike) * 1_000);
    return ((unlike << BITS | Math.abs(was - is)) << BITS | is) << BITS | was;
  }

  private void match(long pair) {
    int mask = (1 << BITS) - 1;
    Line was = left.get((int) (pair & mask));
    int is = (int) (pair >> BITS & mask);
    if (was != null && !matched.containsKey(is)) {
      match(was, after.lines().get(is));
    }
  }

  /** Its texts as numbers, by column; 0 for blank. */
  private int[] numbered(Line line) {
    int[] numbers = new int[columns.size()];
    line.entries()
        .forEach(
            (meaning, entry) ->
                numbers[Objects.requireNonNull(columns.get(meaning))] =
                    texts.computeIfAbsent(entry.text(), text -> texts.size() + 1));
    return numbers;
  }

  /** The share of cells that are the same, by Dice (1945). */
  private static double alike(int[] one, int[] other) {
    int same = 0;
    int filled = 0;
    for (int column = 0; column < one.length; column++) {
      filled += (one[column] == 0 ? 0 : 1) + (other[column] == 0 ? 0 : 1);
      same += one[column] != 0 && one[column] == other[column] ? 1 : 0;
    }
    return filled == 0 ? 0 : 2.0 * same / filled;
  }

  private List<Line> open() {
    return after.lines().stream().filter(line -> !matched.containsKey(line.index())).toList();
  }

  private void match(Line was, Line is) {
    matched.put(is.index(), was);
    left.remove(was.index());
  }
}
