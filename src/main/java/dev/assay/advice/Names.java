package dev.assay.advice;

import dev.assay.advice.Warning.Place;
import dev.assay.assessment.Stages;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.Condition;
import dev.assay.workbook.Entry;
import dev.assay.workbook.FactType;
import dev.assay.workbook.ParameterList;
import dev.assay.workbook.Pattern;
import dev.assay.workbook.Spelling;
import dev.assay.workbook.Workbook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds names that are used in one place and missing in another. */
final class Names {
  private final Map<String, List<Place>> traitsAsserted = new LinkedHashMap<>();
  private final Map<String, List<Place>> traitsAsked = new LinkedHashMap<>();
  private final Map<String, List<Place>> stagesAsked = new LinkedHashMap<>();
  private final Map<String, List<Place>> typesAsked = new LinkedHashMap<>();
  private final Set<String> groupsUsed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final DrlWords drl;
  private final Warnings warnings;

  private Names(List<RowLogic> rows, DrlWords drl, Warnings warnings) {
    this.drl = drl;
    this.warnings = warnings;
    for (RowLogic row : rows) {
      String trait = row.row().text(ActionWord.TRAIT);
      if (trait != null) {
        place(traitsAsserted, trait, row, String.valueOf(row.row().cell(ActionWord.TRAIT)));
      }
      String group = row.row().text(ActionWord.GROUP);
      if (group != null) {
        groupsUsed.add(group);
      }
      row.row().patterns().forEach(pattern -> ask(row, pattern));
    }
  }

  static void check(
      Workbook workbook, List<RowLogic> rows, Surroundings with, DrlWords drl, Warnings warnings) {
    Names names = new Names(rows, drl, warnings);
    names.checkTraits();
    names.checkStages(workbook.stages());
    names.checkGroups(workbook.lists());
    if (with.eventTypes() != null) {
      names.checkTypes(with.eventTypes());
    }
  }

  /** Traits that rows or DRL assert, as far as the texts tell. */
  static Set<String> asserted(List<RowLogic> rows) {
    Set<String> asserted = new HashSet<>();
    for (RowLogic row : rows) {
      String trait = row.row().text(ActionWord.TRAIT);
      if (trait != null) {
        asserted.add(trait);
      }
    }
    return asserted;
  }

  private void ask(RowLogic row, Pattern pattern) {
    Map<String, List<Place>> asked =
        switch (pattern.fact()) {
          case TRAIT -> traitsAsked;
          case QUALIFICATION -> stagesAsked;
          case ACTIVITY -> typesAsked;
          case LEAD, HISTORY, SCORE -> Map.of();
        };
    for (int i = 0; i < pattern.conditions().size(); i++) {
      Condition condition = pattern.conditions().get(i);
      boolean named = pattern.fact() != FactType.ACTIVITY || Demand.key(condition).equals("type");
      if (named && !(pattern.fact() == FactType.LEAD)) {
        for (String name : names(pattern.fact(), condition)) {
          place(asked, name, row, pattern.cells().get(i));
        }
      }
    }
  }

  /** The whole names in a condition; of parts of names there is no telling. */
  private Collection<String> names(FactType fact, Condition condition) {
    if (condition instanceof Condition.Compared is && is.expected() instanceof String name) {
      return List.of(name);
    }
    if (condition instanceof Condition.Matched is) {
      return switch (is.operator()) {
        case IS, IS_NOT, IN, NOT_IN -> is.expected();
        default ->
            fact == FactType.TRAIT
                ? traitsAsserted.keySet().stream()
                    .filter(name -> is.operator().holds(name, is.expected()))
                    .toList()
                : List.of();
      };
    }
    return List.of();
  }

  private static void place(
      Map<String, List<Place>> places, String name, RowLogic row, String cell) {
    places.computeIfAbsent(name, n -> new ArrayList<>()).add(new Place(row.sheet(), cell));
  }

  private void checkTraits() {
    traitsAsked.forEach(
        (trait, places) -> {
          if (!traitsAsserted.containsKey(trait) && !drl.mentions(trait)) {
            warnings.add(
                WarningCode.UNKNOWN_TRAIT,
                places,
                "No row asserts the trait %s, so no lead ever has it.".formatted(trait),
                perhaps(trait, traitsAsserted.keySet())
                    + "Assert it in a row of Traits or correct the name.");
          }
        });
    traitsAsserted.forEach(
        (trait, places) -> {
          if (!traitsAsked.containsKey(trait) && !drl.mentions(trait)) {
            warnings.add(
                WarningCode.UNUSED_TRAIT,
                places,
                "No row asks for the trait %s, so it changes nothing.".formatted(trait),
                perhaps(trait, traitsAsked.keySet())
                    + "Ask for it where it should count, or remove it.");
          }
        });
  }

  private void checkStages(Stages stages) {
    Set<String> known =
        stages.inOrder().stream().map(Stages.Stage::name).collect(Collectors.toSet());
    stagesAsked.forEach(
        (stage, places) -> {
          if (known.stream().noneMatch(stage::equalsIgnoreCase) && !drl.mentions(stage)) {
            warnings.add(
                WarningCode.UNKNOWN_STAGE,
                places,
                "No row qualifies a lead for the stage %s, so no lead ever qualifies."
                    .formatted(stage),
                perhaps(stage, known)
                    + "Stages are %s: correct the name or add a row to Stages.".formatted(known));
          }
        });
  }

  private void checkGroups(List<ParameterList> lists) {
    for (ParameterList list : lists) {
      for (ParameterList.Row row : list.rows()) {
        for (Entry entry : row.entries()) {
          boolean group =
              entry.heading().meaning().equals("group") && !entry.text().equalsIgnoreCase("Total");
          if (group && !groupsUsed.contains(entry.text()) && !drl.mentionsGroup(entry.text())) {
            warnings.add(
                WarningCode.EMPTY_GROUP,
                list.sheet(),
                List.of(entry.cell()),
                "No row gives points in the group %s, so its limits change nothing."
                    .formatted(entry.text()),
                perhaps(entry.text(), groupsUsed)
                    + "Write it in the column Group of a row, or remove it.");
          }
        }
      }
    }
  }

  private void checkTypes(Set<String> known) {
    typesAsked.forEach(
        (type, places) -> {
          if (!known.contains(type)) {
            warnings.add(
                WarningCode.UNKNOWN_EVENT_TYPE,
                places,
                "No event of the type %s was seen yet, so the row may never hold.".formatted(type),
                perhaps(type, known)
                    + "Correct the name, or leave it if such events are still to come.");
          }
        });
  }

  private static String perhaps(String written, Collection<String> words) {
    String nearest = Spelling.nearest(written, words);
    return nearest == null ? "" : "Perhaps %s is meant. ".formatted(nearest);
  }
}
