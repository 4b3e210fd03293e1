package dev.assay.comparison;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which of some lines were moved, so that as few as possible were. */
final class Moves {
  private Moves() {}

  /**
   * The positions that are not part of the longest ascending run.
   *
   * @param order where each line stood before, all different
   */
  static Set<Integer> in(List<Integer> order) {
    int[] tails = new int[order.size()];
    int[] last = new int[order.size()];
    int[] before = new int[order.size()];
    int longest = 0;
    for (int i = 0; i < order.size(); i++) {
      int at = Arrays.binarySearch(tails, 0, longest, order.get(i));
      at = at < 0 ? -at - 1 : at;
      tails[at] = order.get(i);
      last[at] = i;
      before[i] = at == 0 ? -1 : last[at - 1];
      longest = Math.max(longest, at + 1);
    }
    Set<Integer> moved = new HashSet<>();
    for (int i = 0; i < order.size(); i++) {
      moved.add(i);
    }
    for (int i = longest == 0 ? -1 : last[longest - 1]; i >= 0; i = before[i]) {
      moved.remove(i);
    }
    return moved;
  }
}
