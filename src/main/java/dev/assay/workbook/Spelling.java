package dev.assay.workbook;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Tells words that were misspelt from words that are others. */
public final class Spelling {
  private static final int SLIPS = 2;

  private Spelling() {}

  /** The one of the words that was perhaps meant, null if none is near. */
  public static @Nullable String nearest(String written, Collection<String> words) {
    return words.stream()
        .filter(word -> !word.equals(written) && distance(written, word) <= SLIPS)
        .min(Comparator.comparingInt(word -> distance(written, word)))
        .orElse(null);
  }

  /** How far two words are apart, by Levenshtein (1966): letters inserted, deleted or replaced. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
