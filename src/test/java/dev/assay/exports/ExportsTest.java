package dev.assay.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import dev.assay.client.Assay;
import dev.assay.csv.ReadCsv;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportsTest {
  private final String company = "Export " + Assay.newLead();
  private final List<String> leads = List.of(Assay.newLead(), Assay.newLead(), Assay.newLead());

  @BeforeEach
  void threeLeads() {
    for (String lead : leads) {
      Assay.put(lead, "{\"company\":\"%s\",\"lastName\":\"=cmd|' /C calc'!A0\"}".formatted(company))
          .statusCode(201);
    }
    Assay.put(leads.get(1), "{\"title\":\"VP of Sales\",\"employees\":300}").statusCode(200);
    Assay.put(leads.get(2), "{\"firstName\":\"test\"}").statusCode(200);
  }

  @Test
  void csvHoldsTheFilteredListBestFirst() throws Exception {
    byte[] file =
        Keys.as(Keys.with("sales"))
            .get("/v1/exports/leads.csv?q={q}", company)
            .then()
            .statusCode(200)
            .header(
                "Content-Disposition",
                matchesPattern("attachment; filename=\"leads-\\d{4}-\\d\\d-\\d\\d\\.csv\""))
            .extract()
            .asByteArray();

    List<List<String>> rows = new ArrayList<>();
    try (ReadCsv csv = new ReadCsv(new ByteArrayInputStream(file))) {
      assertThat(csv.header()).isEqualTo(Rows.HEADER);
      for (ReadCsv.Row row = csv.next(); row != null; row = csv.next()) {
        rows.add(row.cells());
      }
    }
    assertThat(rows).extracting(row -> row.get(0)).containsExactlyInAnyOrderElementsOf(leads);
    assertThat(rows.get(0).get(0)).isEqualTo(leads.get(1));
    assertThat(rows).extracting(row -> row.get(2)).containsOnly("'=cmd|' /C calc'!A0");
    assertThat(rows).extracting(row -> Integer.parseInt(row.get(7))).anyMatch(fit -> fit < 0);
    assertThat(new String(file, UTF_8)).startsWith("\uFEFF");
  }

  @Test
  void theWorkbookHoldsTextsAsTextsAndNumbersAsNumbers() throws Exception {
    byte[] file =
        Keys.as(Keys.with("analyst"))
            .get("/v1/exports/leads.xlsx?q={q}", company)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(4);
      Row best = workbook.getSheetAt(0).getRow(1);
      assertThat(best.getCell(0).getStringCellValue()).isEqualTo(leads.get(1));
      assertThat(best.getCell(2).getCellType()).isEqualTo(CellType.STRING);
      assertThat(best.getCell(2).getStringCellValue()).startsWith("=cmd");
      assertThat(best.getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(best.getCell(6).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(best.getCell(6).getNumericCellValue()).isPositive();
    }
  }

  @Test
  void rowsBeyondASheetGoToTheNext() throws Exception {
    try (XlsxSheets sheets = new XlsxSheets(List.of("n"), 3)) {
      for (int i = 0; i < 5; i++) {
        sheets.row(List.of(i));
      }
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      sheets.write(out);
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
        assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
        assertThat(workbook.getSheet("Leads 3").getRow(1).getCell(0).getNumericCellValue())
            .isEqualTo(4);
      }
    }
  }

  @Test
  void onlyThoseWhoSeeLeadsMayExportThem() {
    Keys.as(Keys.with("ingest")).get("/v1/exports/leads.csv").then().statusCode(403);
    Keys.as(Keys.with("sales"))
        .urlEncodingEnabled(false)
        .get("/v1/exports/leads.xlsx?stage=%00")
        .then()
        .statusCode(400);
  }
}
