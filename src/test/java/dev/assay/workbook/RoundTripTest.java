package dev.assay.workbook;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.shipped.ShippedRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * Workbooks that went through people's hands. {@code saved-by-libreoffice.xlsx} is {@link #source}
 * saved by LibreOffice 7.4; run the main method to make it anew where LibreOffice is installed.
 */
class RoundTripTest {
  private static final String SAVED = "saved-by-libreoffice.xlsx";

  private interface Edit {
    void edit(XSSFWorkbook workbook);
  }

  public static void main(String[] args) throws Exception {
    Files.write(
        Path.of("src", "test", "resources", "dev", "assay", "workbook", SAVED),
        LibreOffice.save(source()));
  }

  @Test
  void whatLibreOfficeSavedMeansTheSame() throws IOException {
    assertThat(meaning(saved())).isEqualTo(meaning(source()));
  }

  @Test
  void theShippedWorkbookMeansTheSameOnceLibreOfficeSavedIt() throws Exception {
    assumeTrue(LibreOffice.isInstalled(), "LibreOffice (soffice) is not installed");

    assertThat(meaning(LibreOffice.save(ShippedRules.workbook())))
        .isEqualTo(meaning(ShippedRules.workbook()));
  }

  @Test
  void theEmptyWorkbookMeansTheSameOnceLibreOfficeSavedIt() throws Exception {
    assumeTrue(LibreOffice.isInstalled(), "LibreOffice (soffice) is not installed");

    assertThat(meaning(LibreOffice.save(Template.empty()))).isEqualTo(meaning(Template.empty()));
  }

  @Test
  void whatWasAddedIsStillThereOnceLibreOfficeSavedIt() throws Exception {
    assumeTrue(LibreOffice.isInstalled(), "LibreOffice (soffice) is not installed");
    byte[] edited =
        edited(
            workbook -> {
              row(workbook);
              column(workbook);
              sheet(workbook);
              table(workbook.getSheet("Points"), 5, 8);
              cell(workbook.getSheet("Points"), 5, 8, "RuleTable More bands");
            });
    assertThat(added(edited)).hasSize(4);

    assertThat(meaning(LibreOffice.save(edited))).isEqualTo(meaning(edited));
  }

  @Test
  void aRowIsAdded() throws IOException {
    byte[] edited = edited(RoundTripTest::row);

    assertThat(added(edited))
        .containsExactly("Points_13: Activity[type == call] -> EACH 7, REASON Called");
  }

  @Test
  void aColumnFromTheVocabularyIsAdded() throws IOException {
    byte[] edited = edited(RoundTripTest::column);

    assertThat(added(edited))
        .containsExactly(
            "Points_12: Activity[type == demo_request], Lead[country in [us, ca]] -> EACH 30, GROUP"
                + " Intent, REASON Asked for a demo");
  }

  @Test
  void aSheetIsAdded() throws IOException {
    byte[] edited = edited(RoundTripTest::sheet);

    assertThat(added(edited)).containsExactly("Bands_8: Score[total >= 50.0] -> BAND hot");
  }

  @Test
  void aTableIsAddedToTheRight() throws IOException {
    byte[] edited = edited(workbook -> table(workbook.getSheet("Points"), 5, 8));

    assertThat(added(edited)).containsExactly("Bands_11: Score[total >= 50.0] -> BAND hot");
  }

  private static void row(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.getSheet("Points");
    cell(sheet, 12, 0, "call");
    cell(sheet, 12, 2, "7");
    cell(sheet, 12, 5, "Called");
  }

  private static void column(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.getSheet("Points");
    cell(sheet, 6, 6, "CONDITION");
    cell(sheet, 7, 6, "lead : Lead");
    cell(sheet, 8, 6, "Text.in(country, \"$param\")");
    cell(sheet, 9, 6, "Country");
    cell(sheet, 11, 6, "US, CA");
  }

  private static void sheet(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("More");
    cell(sheet, 0, 0, "RuleSet");
    cell(sheet, 0, 1, "dev.assay.workbook");
    table(sheet, 2, 0);
  }

  private static void table(XSSFSheet sheet, int row, int column) {
    cell(sheet, row, column, "RuleTable Bands");
    cell(sheet, row + 1, column, "CONDITION");
    cell(sheet, row + 1, column + 1, "ACTION");
    cell(sheet, row + 2, column, "score : Score");
    cell(sheet, row + 3, column, "total >= $param");
    cell(sheet, row + 3, column + 1, "scorecard.band(\"$param\");");
    cell(sheet, row + 4, column, "Score at least");
    cell(sheet, row + 4, column + 1, "Band");
    cell(sheet, row + 5, column, "50");
    cell(sheet, row + 5, column + 1, "hot");
  }

  private static void cell(XSSFSheet sheet, int row, int column, String text) {
    Row in = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    in.createCell(column).setCellValue(text);
  }

  /** Lines that the file in LibreOffice's hand did not have. */
  private static List<String> added(byte[] edited) throws IOException {
    List<String> lines = new ArrayList<>(meaning(edited));
    lines.removeAll(meaning(saved()));
    return lines;
  }

  private static byte[] edited(Edit edit) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(saved()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.edit(workbook);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] saved() throws IOException {
    try (var in = RoundTripTest.class.getResourceAsStream(SAVED)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static byte[] source() {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      writer.table(
          "Points",
          "Points",
          "Points for what the lead does",
          List.of(
              condition("activity : Activity", "type == \"$param\"", "Activity"),
              condition("activity : Activity", "countWithin($1, $2)", "At least"),
              action(ActionWord.EACH, "Points each"),
              action(ActionWord.FADE, "Fade"),
              action(ActionWord.GROUP, "Group"),
              action(ActionWord.REASON, "Reason")),
          List.of(
              new Object[] {"page_view", "5, 7", 10, "50% per 90 days", "Intent", "Came back"},
              new Object[] {"demo_request", null, 30, null, "Intent", "Asked for a demo"}));
      Template.groups(
          writer,
          List.of(
              new Object[] {"Intent", "engagement", null, 60, "Notes may stand here"},
              new Object[] {"Total", null, 0, 200}));
      Template.cases(writer, List.of());
      Template.vocabulary(writer);
      return writer.bytes();
    }
  }

  private static List<String> meaning(byte[] file) {
    Reading reading = WorkbookReader.read(file);
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return Meaning.of(((Reading.Understood) reading).workbook());
  }
}
