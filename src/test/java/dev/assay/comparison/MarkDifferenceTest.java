package dev.assay.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class MarkDifferenceTest {
  private static final Workbook BEFORE =
      CompareWorkbooksTest.table(
          new Object[] {"demo_request", null, 30, "Asked for a demo"},
          new Object[] {"call", null, 5, "Called"},
          new Object[] {"page_view", "/pricing", 10, "Looked at pricing"});
  private static final Workbook AFTER =
      CompareWorkbooksTest.table(
          new Object[] {"page_view", "/pricing", 8, "Looked at pricing"},
          new Object[] {"demo_request", null, 30, "Asked for a demo"},
          new Object[] {"meeting", "=1+1", 20, "=HYPERLINK('x')"});

  @Test
  void changesAreMarkedAndOldValuesAreComments() throws IOException {
    try (XSSFWorkbook file = marked()) {
      Sheet sheet = file.getSheet("Sheet");
      Cell points = find(sheet, "8");
      assertThat(colour(points)).isEqualTo("FFFFEB9C");
      assertThat(points.getCellComment().getString().getString()).isEqualTo("Was: 10");
      assertThat(colour(find(sheet, "meeting"))).isEqualTo("FFC6EFCE");
      Cell called = find(sheet, "Called");
      assertThat(colour(called)).isEqualTo("FFFFC7CE");
      assertThat(file.getFontAt(called.getCellStyle().getFontIndex()).getStrikeout()).isTrue();
      assertThat(find(file.getSheet("Changes"), "Rule set 8 against 7")).isNotNull();
      assertThat(texts(file.getSheet("Changes"))).contains("1 rows", "Sheet!Points", "changed");
    }
  }

  @Test
  void nothingIsAFormula() throws IOException {
    try (XSSFWorkbook file = marked()) {
      for (Sheet sheet : file) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
          }
        }
      }
      assertThat(texts(file.getSheet("Sheet"))).contains("=1+1", "=HYPERLINK('x')");
    }
  }

  private static XSSFWorkbook marked() throws IOException {
    Difference difference = CompareWorkbooks.compare(BEFORE, AFTER);
    byte[] file = MarkDifference.xlsx("Rule set 8 against 7", difference, AFTER);
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }

  private static Cell find(Sheet sheet, String text) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getStringCellValue().equals(text)) {
          return cell;
        }
      }
    }
    throw new AssertionError("no cell " + text + " in " + texts(sheet));
  }

  private static List<String> texts(Sheet sheet) {
    List<String> texts = new ArrayList<>();
    sheet.forEach(row -> row.forEach(cell -> texts.add(cell.getStringCellValue())));
    return texts;
  }

  private static String colour(Cell cell) {
    return ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundColorColor().getARGBHex();
  }
}
