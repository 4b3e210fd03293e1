package dev.assay.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes other points into a workbook and leaves all else as it stands. */
public final class ChangePoints {
  private ChangePoints() {}

  /**
   * Points for the cell that holds those of a row.
   *
   * @param cell such as {@code C7}
   */
  public record Cell(String sheet, String cell, int points) {}

  /** The cell in which a row says its points, or null if it gives none. */
  public static @Nullable String cell(RuleRow row) {
    String each = row.cell(ActionWord.EACH);
    return each != null ? each : row.cell(ActionWord.ONCE);
  }

  /**
   * The file with the new points.
   *
   * @param file a workbook that {@link WorkbookReader} understands
   */
  public static byte[] in(byte[] file, List<Cell> points) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length)) {
      for (Cell change : points) {
        XSSFSheet sheet = Objects.requireNonNull(workbook.getSheet(change.sheet()));
        CellReference at = new CellReference(change.cell());
        sheet.getRow(at.getRow()).getCell(at.getCol()).setCellValue(change.points());
      }
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
