package dev.assay.simulation;

import dev.assay.security.Keys;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.ChangePoints;
import dev.assay.workbook.DecisionTable;
import dev.assay.workbook.Reading;
import dev.assay.workbook.RuleRow;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shipped workbook with other points, uploaded. */
final class Drafts {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Drafts() {}

  /** The shipped workbook with other points for the rows of these reasons. */
  static byte[] with(Map<String, Integer> pointsByReason) {
    List<ChangePoints.Cell> cells = new ArrayList<>();
    for (DecisionTable table : read(ShippedRules.workbook()).tables()) {
      for (RuleRow row : table.rows()) {
        Integer points = pointsByReason.get(String.valueOf(row.text(ActionWord.REASON)));
        String cell = ChangePoints.cell(row);
        if (points != null && cell != null) {
          cells.add(new ChangePoints.Cell(table.sheet(), cell, points));
        }
      }
    }
    return ChangePoints.in(ShippedRules.workbook(), cells);
  }

  static Workbook read(byte[] file) {
    return ((Reading.Understood) WorkbookReader.read(file)).workbook();
  }

  /** Uploads it; gives the number of the draft. */
  static int upload(byte[] workbook) {
    return Keys.as(Keys.with("analyst"))
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(XLSX, ContentType.BINARY)))
        .contentType(XLSX)
        .queryParam("comment", "To be tried")
        .body(workbook)
        .post("/v1/rulesets")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }
}
