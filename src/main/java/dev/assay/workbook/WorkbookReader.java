package dev.assay.workbook;

import dev.assay.assessment.Group;
import dev.assay.assessment.Stages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads an .xlsx file into a {@link Workbook}, or says everything that is wrong with it. */
public final class WorkbookReader {
  private final Errors errors = new Errors();

  private WorkbookReader() {}

  /**
   * Reads a file from anybody. Takes bounded time and memory whatever the file is, and runs nothing
   * that stands in it.
   */
  public static Reading read(byte[] file) {
    try {
      return new WorkbookReader().read(GridReader.read(file));
    } catch (Unreadable unreadable) {
      return new Reading.NoWorkbook(unreadable.error);
    }
  }

  private Reading read(List<Grid> grids) {
    List<DecisionTable> tables = new ArrayList<>();
    @Nullable GroupsSheet groups = null;
    List<Case> cases = new ArrayList<>();
    List<ParameterList> lists = new ArrayList<>();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Grid grid : grids) {
      if (grid.rows().isEmpty()) {
        continue;
      }
      if (grid.hidden()) {
        errors.add(
            new WorkbookError(
                grid.sheet(),
                null,
                null,
                "a visible sheet",
                "Show the sheet or delete it: rules must be seen."));
      } else if (!names.add(grid.sheet().strip())) {
        errors.add(
            new WorkbookError(grid.sheet(), null, null, "each sheet name once", "Rename one."));
      } else if (grid.sheet().strip().equalsIgnoreCase(GroupsSheet.NAME)) {
        groups = new GroupsSheet(grid, errors);
        lists.add(groups.list);
      } else if (grid.sheet().strip().equalsIgnoreCase(CasesSheet.NAME)) {
        CasesSheet sheet = new CasesSheet(grid, errors);
        cases.addAll(sheet.read());
        lists.add(sheet.list());
      } else {
        readTables(grid, tables);
      }
    }
    Stages stages = new StageRows().read(tables, errors);
    checkTogether(tables, groups == null ? List.of() : groups.groups);
    if (tables.isEmpty() && !errors.any()) {
      errors.add(
          WorkbookError.ofFile("at least one rule table", "Start from the shipped workbook."));
    }
    return errors.any()
        ? new Reading.Refused(errors.all(grids.stream().map(Grid::sheet).toList()), tables)
        : new Reading.Understood(
            new Workbook(
                tables,
                groups == null ? List.of() : groups.groups,
                groups == null ? null : groups.floor,
                groups == null ? null : groups.ceiling,
                stages,
                cases,
                lists));
  }

  private void readTables(Grid grid, List<DecisionTable> tables) {
    int before = errors.size();
    List<TableLayout> found = new TableFinder(grid, errors).find();
    String name = grid.sheet().toLowerCase(Locale.ROOT);
    if (found.isEmpty()
        && errors.size() == before
        && !name.startsWith("notes")
        && !name.startsWith("about")) {
      errors.add(
          new WorkbookError(
              grid.sheet(),
              null,
              null,
              "a RuleTable on the sheet, or the sheet name Groups or Cases",
              "Sheets that are only for people have names that start with Notes or About."));
    }
    if (tables.size() + found.size() > Limits.TABLES) {
      errors.add(
          new WorkbookError(
              grid.sheet(),
              null,
              null,
              "at most %d rule tables in the workbook".formatted(Limits.TABLES),
              "Join tables that ask for the same."));
      return;
    }
    for (TableLayout layout : found) {
      DecisionTable table = new TableReader(layout, errors).read();
      if (table != null) {
        tables.add(table);
      }
    }
  }

  private void checkTogether(List<DecisionTable> tables, List<Group> groups) {
    Map<String, DecisionTable> byName = new HashMap<>();
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    groups.forEach(group -> known.add(group.name()));
    for (DecisionTable table : tables) {
      DecisionTable other =
          byName.putIfAbsent(table.name().replace(' ', '_').toLowerCase(Locale.ROOT), table);
      if (other != null) {
        errors.add(
            new WorkbookError(
                table.sheet(),
                table.cell(),
                "RuleTable " + table.name(),
                "a name that no other table has",
                "Sheet %s has such a table at %s.".formatted(other.sheet(), other.cell())));
      }
      for (RuleRow row : table.rows()) {
        String group = row.text(ActionWord.GROUP);
        if (group != null && !known.contains(group)) {
          errors.add(
              new WorkbookError(
                  table.sheet(),
                  row.cell(ActionWord.GROUP),
                  group,
                  "a group from the Groups sheet",
                  "Groups are " + known + "."));
        }
      }
    }
  }
}
