package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.client.Tables;
import dev.assay.security.Keys;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.Limits;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What analysts are told about a workbook that they upload, and what is kept of it. */
@QuarkusTest
class UploadTest {
  private static final byte[] SOUND = Drafts.sound(30);

  @Inject Tables tables;

  @Test
  void aSoundWorkbookBecomesADraftAndItsCasesAreTried() {
    Drafts.upload(SOUND)
        .statusCode(201)
        .header("Location", containsString("/v1/rulesets/"))
        .body("state", equalTo("draft"))
        .body("comment", equalTo("More for demos"))
        .body("publishedAt", nullValue())
        .body("shipped", equalTo(false))
        .body("tables.name", contains("Points", "Stages"))
        .body("tables.rows", contains(1, 1))
        .body("errors", empty())
        .body("cases", hasSize(1))
        .body("cases[0].passed", equalTo(true))
        .body("cases[0].got.score", equalTo("30"))
        .body("figures.cases", equalTo(1))
        .body("drl", hasSize(ShippedRules.files().size()));
  }

  @Test
  void aFailingCaseIsExplained() {
    Drafts.upload(Drafts.workbook(30, 31))
        .statusCode(201)
        .body("cases[0].passed", equalTo(false))
        .body("cases[0].cell", equalTo("A2"))
        .body("cases[0].expected.score", equalTo("31"))
        .body("cases[0].got.score", equalTo("30"))
        .body("cases[0].differences", contains("score: expected 31, got 30"))
        .body("cases[0].explanation", endsWith("+30 Asked for a demo (Points_11)"))
        .body("figures.failedCases", equalTo(1));
  }

  @Test
  void errorsAreNamedWithTheirCellsAndTheRestIsRead() {
    Drafts.upload(Drafts.workbook("many", 30))
        .statusCode(201)
        .body("state", equalTo("draft"))
        .body("errors", hasSize(1))
        .body("errors[0].sheet", equalTo("Points"))
        .body("errors[0].cell", equalTo("B11"))
        .body("errors[0].value", equalTo("many"))
        .body("tables.name", contains("Points", "Stages"))
        .body("cases", empty());
  }

  static List<Arguments> noWorkbooks() {
    byte[] encrypted = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    return List.of(
        arguments("text", "Points".getBytes(StandardCharsets.UTF_8), 400, "an .xlsx file"),
        arguments("nothing", new byte[0], 400, "an .xlsx file"),
        arguments("encrypted", encrypted, 400, "without password"),
        arguments("half", Arrays.copyOf(SOUND, SOUND.length / 2), 400, "intact"),
        arguments("at the limit", new byte[Limits.FILE_BYTES], 400, "an .xlsx file"),
        arguments("past the limit", new byte[Limits.FILE_BYTES + 1], 413, "5,242,880"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noWorkbooks")
  void whatIsNoWorkbookIsRefusedAndNotStored(String name, byte[] file, int status, String expected)
      throws Exception {
    int before = tables.count("SELECT count(*) FROM ruleset");

    Drafts.upload(file)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(expected));

    assertThat(tables.count("SELECT count(*) FROM ruleset")).isEqualTo(before);
  }

  @Test
  void aFormIsTakenLikeThePlainFile() {
    int number =
        Keys.as(Keys.with("analyst"))
            .multiPart("file", "rules.xlsx", SOUND, Drafts.XLSX)
            .multiPart("comment", "By form")
            .post("/v1/rulesets")
            .then()
            .statusCode(201)
            .body("comment", equalTo("By form"))
            .extract()
            .path("number");

    assertThat(workbook(number)).isEqualTo(SOUND);
  }

  @Test
  void aFormWithoutAFileIsRefused() {
    Keys.as(Keys.with("analyst"))
        .multiPart("comment", "By form")
        .post("/v1/rulesets")
        .then()
        .statusCode(400)
        .body("detail", containsString("file"));
  }

  @Test
  void theFileIsKeptByteForByteAndCanBeCached() {
    int number = Drafts.draft(SOUND);

    var answer = Drafts.get("/{n}/workbook", number).statusCode(200).extract();

    assertThat(answer.asByteArray()).isEqualTo(SOUND);
    assertThat(answer.contentType()).startsWith(Drafts.XLSX);
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"lead-scoring-%d.xlsx\"".formatted(number));
    Keys.as(Keys.with("analyst"))
        .header("If-None-Match", answer.header("ETag"))
        .get("/v1/rulesets/{n}/workbook", number)
        .then()
        .statusCode(304);
  }

  @Test
  void theListHasTheNewestFirstInPages() {
    int older = Drafts.draft(SOUND);
    int newer = Drafts.draft(Drafts.workbook("many", 30));

    Drafts.get("?limit=1")
        .statusCode(200)
        .body("rulesets.number", contains(newer))
        .body("rulesets[0].figures.errors", equalTo(1))
        .body("next", equalTo(older));
    Drafts.get("?limit=1&from={n}", older).body("rulesets.number", contains(older));
    Drafts.get("?from=1").body("rulesets[0].state", equalTo("live")).body("next", nullValue());
  }

  static Stream<String> unknown() {
    return Stream.of("/{n}", "/{n}/workbook");
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void whatIsNotThereIsNotFound(String path) {
    Drafts.get(path, 1_000_000)
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("1000000"));
  }

  @Test
  void salesMayNotTouchTheRules() {
    Drafts.upload(Keys.with("sales"), SOUND).statusCode(403);
  }

  private static byte[] workbook(int number) {
    return Drafts.get("/{n}/workbook", number).extract().asByteArray();
  }
}
