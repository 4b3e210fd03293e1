package dev.assay.assessment;

import java.util.Arrays;
import java.util.List;

/**
 * Questions about ascending occurrence times that look back from the moment of assessment. An
 * occurrence is inside a window of d days until exactly d days have passed, and outside from then
 * on.
 */
final class Windows {
  /** One array counts as few beside another that is so many times as long. */
  private static final int FEW = 16;

  private Windows() {}

  static boolean countWithin(long[] times, int atLeast, int days, Horizon horizon) {
    if (times.length < atLeast) {
      return false;
    }
    if (atLeast <= 0) {
      return true;
    }
    long leaves = times[times.length - atLeast] + Days.toMillis(days);
    if (leaves <= horizon.asOf()) {
      return false;
    }
    horizon.note(leaves);
    return true;
  }

  static boolean quietFor(long[] times, int days, Horizon horizon) {
    if (times.length == 0) {
      return false;
    }
    long quietFrom = times[times.length - 1] + Days.toMillis(days);
    horizon.note(quietFrom);
    return quietFrom <= horizon.asOf();
  }

  /** Index of the first of the ascending times that lies after the given moment. */
  static int firstAfter(long[] times, long moment) {
    int found = Arrays.binarySearch(times, moment);
    if (found < 0) {
      return -found - 1;
    }
    while (found < times.length && times[found] == moment) {
      found++;
    }
    return found;
  }

  /** The ascending times but for the given ones, each taken away once. */
  static long[] without(long[] times, List<Long> taken) {
    long[] gone = taken.stream().mapToLong(Long::longValue).sorted().toArray();
    long[] left = new long[times.length];
    int kept = 0;
    int next = 0;
    for (long time : times) {
      while (next < gone.length && gone[next] < time) {
        next++;
      }
      if (next < gone.length && gone[next] == time) {
        next++;
      } else {
        left[kept++] = time;
      }
    }
    return Arrays.copyOf(left, kept);
  }

  static boolean ascending(long[] times) {
    for (int i = 1; i < times.length; i++) {
      if (times[i] < times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** All of the ascending arrays as one: merged in pairs, so that none is copied often. */
  static long[] unite(List<long[]> parts) {
    if (parts.size() < 2) {
      return parts.isEmpty() ? new long[0] : parts.get(0);
    }
    int half = parts.size() / 2;
    return merge(unite(parts.subList(0, half)), unite(parts.subList(half, parts.size())));
  }

  private static long[] merge(long[] one, long[] other) {
    if (other.length * FEW < one.length) {
      return insert(one, other);
    }
    if (one.length * FEW < other.length) {
      return insert(other, one);
    }
    long[] merged = new long[one.length + other.length];
    int next = 0;
    int nextOther = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean ofOne =
          nextOther == other.length || next < one.length && one[next] <= other[nextOther];
      merged[i] = ofOne ? one[next++] : other[nextOther++];
    }
    return merged;
  }

  /** What lies between two of the few is copied at once. */
  private static long[] insert(long[] many, long[] few) {
    long[] merged = new long[many.length + few.length];
    int from = 0;
    for (int i = 0; i < few.length; i++) {
      int to = firstAfter(many, few[i]);
      System.arraycopy(many, from, merged, from + i, to - from);
      merged[to + i] = few[i];
      from = to;
    }
    System.arraycopy(many, from, merged, from + few.length, many.length - from);
    return merged;
  }
}
