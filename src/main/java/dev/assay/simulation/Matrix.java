package dev.assay.simulation;

import dev.assay.assessment.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many leads go from what to what.
 *
 * @param names of the rows (before) and the columns (after); null stands for none and comes first
 * @param leads by row, then by column
 */
public record Matrix(List<@Nullable String> names, List<List<Long>> leads) {

  /**
   * @param inOrder the names in the order of the workbooks, as far as they have one
   */
  static Matrix of(Transitions counted, List<String> inOrder) {
    List<@Nullable String> names = new ArrayList<>();
    names.add(null);
    names.addAll(inOrder);
    TreeSet<String> others = new TreeSet<>();
    counted.forEachPair(
        (before, after) -> {
          for (String name : new @Nullable String[] {before, after}) {
            if (name != null && !names.contains(name)) {
              others.add(name);
            }
          }
        });
    names.addAll(others);
    List<List<Long>> leads = new ArrayList<>();
    for (String before : names) {
      List<Long> row = new ArrayList<>();
      for (String after : names) {
        row.add(counted.count(before, after));
      }
      leads.add(row);
    }
    return new Matrix(names, leads);
  }

  /** Lowest first; stages that only the live rules have come last. */
  static List<String> stages(Stages live, Stages draft) {
    List<String> names = new ArrayList<>();
    draft.inOrder().forEach(stage -> names.add(stage.name()));
    live.inOrder().stream()
        .map(Stages.Stage::name)
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names;
  }
}
