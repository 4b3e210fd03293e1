package dev.assay.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The distribution of scores before and after, in steps of ten points. */
public final class Scores {
  static final int WIDTH = 10;

  private final Map<Integer, long[]> bins = new TreeMap<>();

  /**
   * One step.
   *
   * @param from the least score in it
   * @param to the greatest score in it
   * @param before how many leads have such a score under the live rules
   * @param after how many have it under the rules that are tried
   */
  public record Bin(int from, int to, long before, long after) {}

  void add(int before, int after) {
    bin(before)[0]++;
    bin(after)[1]++;
  }

  void add(Scores other) {
    other.bins.forEach(
        (bin, counts) -> {
          long[] sum = bins.computeIfAbsent(bin, none -> new long[2]);
          sum[0] += counts[0];
          sum[1] += counts[1];
        });
  }

  private long[] bin(int score) {
    return bins.computeIfAbsent(Math.floorDiv(score, WIDTH), none -> new long[2]);
  }

  List<Bin> list() {
    List<Bin> list = new ArrayList<>();
    bins.forEach(
        (bin, counts) ->
            list.add(new Bin(bin * WIDTH, bin * WIDTH + WIDTH - 1, counts[0], counts[1])));
    return list;
  }
}
