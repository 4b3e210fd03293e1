package dev.assay.comparison;

import dev.assay.comparison.Difference.Table;
import dev.assay.workbook.Heading;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how one workbook differs from another, table by table and row by row. */
public final class CompareWorkbooks {
  private CompareWorkbooks() {}

  /** What was added, removed, changed and moved on the way from one workbook to the other. */
  public static Difference compare(Workbook before, Workbook after) {
    List<Section> old = Section.of(before);
    Map<Section, Section> was = counterparts(old, Section.of(after));
    List<Table> tables = new ArrayList<>();
    was.forEach(
        (is, former) -> {
          Table table = compare(former, is);
          if (table != null) {
            tables.add(table);
          }
        });
    for (Section section : old) {
      if (!was.containsValue(section)) {
        tables.add(CompareSections.removed(section));
      }
    }
    return new Difference(Difference.Count.of(tables), tables);
  }

  private static @Nullable Table compare(@Nullable Section was, Section is) {
    return was == null ? CompareSections.added(is) : CompareSections.changed(was, is);
  }

  /** Every section of today with that of before, null if there was none. */
  private static Map<Section, @Nullable Section> counterparts(
      List<Section> before, List<Section> after) {
    Map<Section, @Nullable Section> was = new LinkedHashMap<>();
    after.forEach(section -> was.put(section, null));
    List<Section> left = new ArrayList<>(before);
    pair(was, left, (old, is) -> old.key().equals(is.key()));
    pair(was, left, (old, is) -> old.sheet().equals(is.sheet()) && sameColumns(old, is));
    pair(was, left, CompareWorkbooks::sameRows);
    return was;
  }

  private static void pair(
      Map<Section, @Nullable Section> was,
      List<Section> left,
      BiPredicate<Section, Section> belong) {
    was.replaceAll(
        (is, found) -> {
          if (found != null) {
            return found;
          }
          Section former =
              left.stream().filter(old -> belong.test(old, is)).findFirst().orElse(null);
          left.remove(former);
          return former;
        });
  }

  private static boolean sameColumns(Section one, Section other) {
    return one.table() != null && other.table() != null && meanings(one).equals(meanings(other));
  }

  private static Set<String> meanings(Section section) {
    return section.headings().stream().map(Heading::meaning).collect(Collectors.toSet());
  }

  /** Whether at least half of the rows say the same. */
  private static boolean sameRows(Section one, Section other) {
    if (one.table() == null || other.table() == null || one.lines().isEmpty()) {
      return false;
    }
    Set<Map<String, String>> rows = new HashSet<>();
    one.lines().forEach(line -> rows.add(line.content()));
    long same = other.lines().stream().filter(line -> rows.contains(line.content())).count();
    return 2 * same >= Math.max(one.lines().size(), other.lines().size());
  }
}
