package dev.assay.console;

import dev.assay.shipped.ShippedRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The shipped workbook as an analyst has edited it. */
final class Workbooks implements AutoCloseable {
  private final XSSFWorkbook workbook;

  Workbooks() {
    try {
      workbook = new XSSFWorkbook(new ByteArrayInputStream(ShippedRules.workbook()));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Writes a text into a cell such as {@code Fit!C7}. */
  Workbooks put(String place, String text) {
    cell(place).setCellValue(text);
    return this;
  }

  Workbooks put(String place, int number) {
    cell(place).setCellValue(number);
    return this;
  }

  /** Adds a rule below Engagement: so many points for events of a type. */
  Workbooks pointsFor(String type, int points) {
    int row = sheet("Engagement").getLastRowNum() + 2;
    return put("Engagement!A" + row, type)
        .put("Engagement!E" + row, points)
        .put("Engagement!J" + row, "Intent")
        .put("Engagement!K" + row, "Came to " + type);
  }

  private XSSFSheet sheet(String name) {
    return Objects.requireNonNull(workbook.getSheet(name));
  }

  private XSSFCell cell(String place) {
    CellReference at = new CellReference(place);
    XSSFSheet sheet = sheet(at.getSheetName());
    XSSFRow row = sheet.getRow(at.getRow());
    row = row == null ? sheet.createRow(at.getRow()) : row;
    XSSFCell cell = row.getCell(at.getCol());
    return cell == null ? row.createCell(at.getCol()) : cell;
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
