package dev.assay.console;

import dev.assay.ruleset.OpenRuleset;
import dev.assay.workbook.DrawWorkbook;
import dev.assay.workbook.SheetPicture;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the sheets of versions. The last one is kept: people look at sheet after sheet. */
@Singleton
class ShowSheets {
  private final OpenRuleset open;
  private volatile Known known = new Known(0, List.of());

  ShowSheets(OpenRuleset open) {
    this.open = open;
  }

  private record Known(int number, List<SheetPicture> sheets) {}

  /**
   * A part of a sheet.
   *
   * @param name of the sheet; without one, the first in which something is wrong
   * @param row that somebody wants to see
   * @param from the first row to be shown
   * @return null if the workbook has no such sheet
   */
  @Nullable SheetView view(
      int number,
      Marks marks,
      @Nullable String name,
      @Nullable Integer row,
      @Nullable Integer from) {
    List<SheetPicture> sheets = sheets(number);
    SheetPicture shown =
        sheets.stream()
            .filter(
                sheet ->
                    name == null ? !marks.on(sheet.name()).isEmpty() : sheet.name().equals(name))
            .findFirst()
            .orElse(name != null || sheets.isEmpty() ? null : sheets.get(0));
    if (shown == null) {
      return null;
    }
    List<SheetView.Tab> tabs =
        sheets.stream()
            .map(
                sheet ->
                    new SheetView.Tab(
                        sheet.name(),
                        "/rules/%d%s#sheet".formatted(number, SheetLink.sheet(sheet.name())),
                        sheet.name().equals(shown.name()),
                        marks.count(sheet.name(), "error"),
                        marks.count(sheet.name(), "warning")))
            .toList();
    return new SheetWindow(shown, marks).view(tabs, row, from);
  }

  /** One reads at a time: what stands in a large file takes memory. */
  private synchronized List<SheetPicture> sheets(int number) {
    if (known.number() != number) {
      known = new Known(number, DrawWorkbook.sheets(open.file(number)));
    }
    return known.sheets();
  }
}
