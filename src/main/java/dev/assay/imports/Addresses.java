package dev.assay.imports;

import dev.assay.csv.FormulaEscape;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the e-mail addresses of a line in whatever cell they are, as leads have them. */
final class Addresses {
  /** Characters of an address with its @. */
  private static final int LONGEST = 320;

  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s<>,;:\"()|\\[\\]]{1,64}@[^@\\s<>,;:\"()|\\[\\]]{1,255}");

  private Addresses() {}

  /** Those of the cells, in lower case, each once. */
  static Set<String> in(List<String> cells) {
    Set<String> found = new TreeSet<>();
    for (String raw : cells) {
      if (raw.indexOf('@') >= 0) {
        String cell = FormulaEscape.restore(raw.strip()).toLowerCase(Locale.ROOT);
        if (cell.length() <= LONGEST) {
          found.add(cell);
        }
        for (Matcher address = ADDRESS.matcher(cell); address.find(); ) {
          found.add(address.group());
        }
      }
    }
    return found;
  }
}
