package dev.assay.ruleset;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.security.Keys;
import dev.assay.workbook.ActionWord;
import dev.assay.workbook.WorkbookWriter;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** Small workbooks, and the calls that take them through their life. */
public final class Drafts {
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Drafts() {}

  /** So many points for a demo request; 50 and more make an MQL. Its case passes. */
  public static byte[] sound(int points) {
    return workbook(points, points);
  }

  /**
   * A workbook of one rule.
   *
   * @param points for a demo request: a number, or a text where a number belongs
   * @param expected what its case says of them
   */
  static byte[] workbook(Object points, int expected) {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      return points(writer, "demo_request", points, "Asked for a demo")
          .table(
              "Stages",
              "Stages",
              "",
              List.of(
                  condition("score : Score", "total >= $param", "Score"),
                  action(ActionWord.QUALIFY, "Stage")),
              List.<Object[]>of(new Object[] {50, "MQL"}))
          .list(
              "Cases",
              List.of("Case", "Activities", "Expected score"),
              List.<Object[]>of(new Object[] {"A demo", "demo_request", expected}))
          .bytes();
    }
  }

  /** A workbook of one rule and nothing else, with five points for events of that type. */
  static byte[] pointsFor(String type) {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      return points(writer, type, 5, "Seen").bytes();
    }
  }

  private static WorkbookWriter points(
      WorkbookWriter writer, String type, Object points, String reason) {
    return writer.table(
        "Points",
        "Points",
        "",
        List.of(
            condition("activity : Activity", "type == \"$param\"", "Type"),
            action(ActionWord.ONCE, "Points"),
            action(ActionWord.REASON, "Reason")),
        List.<Object[]>of(new Object[] {type, points, reason}));
  }

  /** Uploads it; gives the number of the draft. */
  public static int draft(byte[] workbook) {
    return upload(workbook).statusCode(201).extract().path("number");
  }

  static ValidatableResponse upload(byte[] workbook) {
    return upload(Keys.with("analyst"), workbook);
  }

  static ValidatableResponse upload(String key, byte[] workbook) {
    return Keys.as(key)
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(XLSX, ContentType.BINARY)))
        .contentType(XLSX)
        .queryParam("comment", "More for demos")
        .body(workbook)
        .post("/v1/rulesets")
        .then();
  }

  /** The options stand in a query string, or are empty. */
  public static ValidatableResponse publish(int number, String options) {
    return Keys.as(Keys.with("analyst")).post("/v1/rulesets/{n}/publish" + options, number).then();
  }

  public static ValidatableResponse rollback(int number) {
    return Keys.as(Keys.with("analyst")).post("/v1/rulesets/{n}/rollback", number).then();
  }

  public static ValidatableResponse get(String path, Object... values) {
    return Keys.as(Keys.with("analyst")).get("/v1/rulesets" + path, values).then();
  }
}
