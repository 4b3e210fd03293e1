package dev.assay.console;

import dev.assay.advice.Warning;
import dev.assay.ruleset.Findings;
import dev.assay.workbook.DrawWorkbook;
import dev.assay.workbook.WorkbookError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to say about the cells of a workbook, errors first. */
final class Marks {
  private final List<Finding> findings = new ArrayList<>();

  /**
   * An error or a warning.
   *
   * @param id of its words on the page
   * @param kind error or warning, a class of the style sheet, too
   * @param cells what it is about, the first one first; none where it is about all
   */
  record Finding(String id, String kind, String what, String hint, List<Place> cells) {
    boolean on(String sheet) {
      return cells.stream().anyMatch(place -> place.sheet().equals(sheet));
    }

    /** Where people find it, in words. */
    public String where() {
      return cells.isEmpty()
          ? "the workbook"
          : cells.stream()
                  .map(
                      place ->
                          place.cell() == null ? place.sheet() : place.sheet() + "!" + place.cell())
                  .limit(3)
                  .collect(Collectors.joining(", "))
              + (cells.size() > 3 ? " …" : "");
    }

    /** What follows the address of the version, to see it. */
    public @Nullable String href() {
      if (cells.isEmpty()) {
        return null;
      }
      Place first = cells.get(0);
      return first.cell() == null
          ? SheetLink.sheet(first.sheet())
          : SheetLink.row(first.sheet(), DrawWorkbook.row(first.cell()));
    }
  }

  /**
   * A cell, or a whole sheet.
   *
   * @param cell null for the sheet
   */
  record Place(String sheet, @Nullable String cell) {}

  Marks(@Nullable Findings found) {
    if (found != null) {
      found.errors().forEach(this::add);
      found.warnings().forEach(this::add);
    }
  }

  private void add(WorkbookError error) {
    String value = error.value() == null ? "" : " “%s” stands there.".formatted(error.value());
    String sheet = error.sheet();
    findings.add(
        new Finding(
            id(),
            "error",
            "Expected %s.%s".formatted(error.expected(), value),
            error.hint(),
            sheet == null ? List.of() : List.of(new Place(sheet, error.cell()))));
  }

  private void add(Warning warning) {
    findings.add(
        new Finding(
            id(),
            "warning",
            warning.message(),
            warning.hint(),
            warning.cells().stream().map(at -> new Place(at.sheet(), at.cell())).toList()));
  }

  private String id() {
    return "finding-" + findings.size();
  }

  List<Finding> all() {
    return findings;
  }

  /** How many of a kind a sheet has. */
  long count(String sheet, String kind) {
    return findings.stream().filter(one -> one.kind().equals(kind) && one.on(sheet)).count();
  }

  /** Those about cells of the sheet. */
  List<Finding> on(String sheet) {
    return findings.stream()
        .filter(
            one ->
                one.cells().stream()
                    .anyMatch(place -> place.sheet().equals(sheet) && place.cell() != null))
        .toList();
  }
}
