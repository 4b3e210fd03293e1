package dev.assay.workbook;

import dev.assay.assessment.Dimension;
import dev.assay.assessment.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the Groups sheet: the limits of each group, and in the line Total those of the score. */
final class GroupsSheet {
  static final String NAME = "Groups";
  static final String TOTAL = "Total";
  private static final Set<String> HEADERS = Set.of("group", "dimension", "floor", "cap", "notes");
  private static final int MOST = 1_000_000;

  final List<Group> groups = new ArrayList<>();
  final ParameterList list;
  @Nullable Integer floor;
  @Nullable Integer ceiling;
  private boolean total;
  private final Errors errors;

  GroupsSheet(Grid grid, Errors errors) {
    this.errors = errors;
    ParameterSheet sheet =
        new ParameterSheet(
            grid, HEADERS::contains, "Group, Dimension, Floor, Cap and Notes", errors);
    list = sheet.list();
    sheet.require("Group", errors);
    sheet.require("Dimension", errors);
    for (var row : sheet.rows()) {
      try {
        read(sheet, row);
      } catch (CellProblem problem) {
        errors.add(row.firstEntry().getValue(), problem);
      }
    }
  }

  private void read(ParameterSheet sheet, Map<Integer, Cell> row) throws CellProblem {
    Cell name = sheet.cell(row, "Group");
    Cell dimension = sheet.cell(row, "Dimension");
    Integer least = limit(sheet.cell(row, "Floor"));
    Integer most = limit(sheet.cell(row, "Cap"));
    if (name == null) {
      throw new CellProblem("a group in the first column", "Name the group or clear the line.");
    }
    Cell floorCell = sheet.cell(row, "Floor");
    if (floorCell != null && least != null && most != null && least > most) {
      errors.add(floorCell, "a floor that is not above the cap", "Correct one of the two.");
      least = null;
    }
    String text = Values.text(name, 60, "the name of a group");
    if (text.equalsIgnoreCase(TOTAL)) {
      readTotal(name, dimension, least, most);
    } else if (groups.stream().anyMatch(group -> group.name().equalsIgnoreCase(text))) {
      errors.add(name, "each group once", "Remove one of the two lines.");
    } else {
      groups.add(new Group(text, dimension(name, dimension), least, most));
    }
  }

  private void readTotal(
      Cell name, @Nullable Cell dimension, @Nullable Integer least, @Nullable Integer most) {
    if (total) {
      errors.add(name, "one line Total", "Remove one of the two lines.");
    }
    if (dimension != null) {
      errors.add(dimension, "no dimension in the line Total", "Clear it: the total is of both.");
    }
    total = true;
    floor = least;
    ceiling = most;
  }

  private Dimension dimension(Cell name, @Nullable Cell cell) {
    if (cell != null) {
      for (Dimension dimension : Dimension.values()) {
        if (cell.text().toUpperCase(Locale.ROOT).equals(dimension.name())) {
          return dimension;
        }
      }
    }
    errors.add(
        cell == null ? name : cell,
        "the dimension fit or engagement",
        "Say what the points of the group speak of: who the lead is, or what it does.");
    return Dimension.FIT;
  }

  private @Nullable Integer limit(@Nullable Cell cell) {
    try {
      return cell == null ? null : Values.integer(cell, -MOST, MOST, "whole points");
    } catch (CellProblem problem) {
      errors.add(cell, problem);
      return null;
    }
  }
}
