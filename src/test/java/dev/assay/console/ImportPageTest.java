package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.client.Assay;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportPageTest {
  private final String lead = Assay.newLead();

  @Test
  void aFileIsUploadedMappedImportedAndItsErrorsDownloaded() throws Exception {
    try (Browser browser = Browser.as("ingest")) {
      browser.go("/import").inspect("import");
      choose(
          browser,
          "<b>leads</b>.csv",
          """
          Key,Job title,Staff
          %1$s-1,VP of Sales,300
          %1$s-2,<img src=x onerror=alert(1)>,many
          """
              .formatted(lead));

      assertThat(browser.find("h1")).containsText("<b>leads</b>.csv");
      assertThat(browser.find("#preview .problem")).containsText("which column is the lead");
      column(browser, "Key", "lead");
      assertThat(browser.find("#preview .problem")).hasCount(0);
      column(browser, "Staff", "employees");
      assertThat(browser.find("#preview")).containsText("must be a whole number");
      browser.inspect("import-mapping");
      browser.find("text=Import 2 lines").click();

      assertThat(browser.find("#progress .tag")).hasText("done");
      assertThat(browser.find("#progress")).containsText("2 of 2 lines");
      browser.inspect("import-done");
      Download errors =
          browser.page().waitForDownload(() -> browser.find("text=Download the rejected").click());
      assertThat(Files.readString(errors.path())).contains(lead + "-2");
      assertThat(Assay.lead(lead + "-1").getInt("profile.employees")).isEqualTo(300);
    }
  }

  @Test
  void eventsAreTakenWithATypeForEveryLine() {
    try (Browser browser = Browser.as("ingest")) {
      browser.go("/import");
      choose(browser, "visits.csv", "who;page;when\n%s;/pricing;2026-11-20\n".formatted(lead));
      browser.find("text=Each line is an event").click();
      column(browser, "who", "lead");
      column(browser, "when", "occurredAt");
      browser.page().getByLabel("Type of every line").fill("page_view");
      browser.page().getByLabel("Type of every line").blur();
      assertThat(browser.find("#preview .problem")).hasCount(0);

      browser.find("text=Import 1 lines").click();

      assertThat(browser.find("#progress .tag")).hasText("done");
      assertThat(Assay.lead(lead).getInt("score")).isPositive();
      browser.find("button:has-text('Forget this import')").click();
      browser.find("dialog button.btn-primary").click();
      assertThat(browser.page()).hasURL(Pattern.compile(".*/import"));
    }
  }

  @Test
  void whatIsNoCsvIsRefusedInWords() {
    try (Browser browser = Browser.as("ingest")) {
      browser.go("/import");

      choose(browser, "leads.xlsx", "PK\3\4 and so on");

      assertThat(browser.find("#notice")).containsText("save its sheet as CSV UTF-8");
    }
  }

  @Test
  void aFileFromAnotherSiteIsRefused() {
    try (Browser browser = Browser.as("ingest")) {
      browser.go("/import");

      Object status =
          browser
              .page()
              .evaluate(
                  """
                  () => fetch('/import/upload', { method: 'POST', body: 'lead\\nl-1\\n',
                      headers: { 'Content-Type': 'application/octet-stream' } }).then(r => r.status)""");

      assertThat(status).isEqualTo(403);
    }
  }

  @Test
  void othersDoNotSeeIt() {
    try (Browser browser = Browser.with(Keys.with("sales"))) {
      assertThat(browser.find("nav a[href='/import']")).hasCount(0);

      browser.go("/import");

      assertThat(browser.find("main")).not().containsText("Drop a CSV");
    }
  }

  @Test
  void thoseWithAnotherKeyDoNotSeeIt() {
    String own = Keys.make("own", "ingest", "sales");
    Visitor owner = Visitor.with(own);
    String page =
        owner
            .request()
            .accept("text/plain")
            .contentType("application/octet-stream")
            .body("lead,title\n%s,CEO\n".formatted(lead).getBytes(UTF_8))
            .post("/import/upload?name=mine.csv")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Visitor other = Visitor.with(Keys.make("other", "ingest", "sales"));

    assertThat(other.request().get("/import").asString()).doesNotContain(page + "\"");
    for (String what : List.of("", "/progress", "/errors.csv")) {
      other.request().accept("*/*").get(page + what).then().statusCode(404);
    }
    for (String what : List.of("/preview", "/start", "/cancel")) {
      other.request().contentType(ContentType.URLENC).post(page + what).then().statusCode(404);
    }
    other.request().delete(page).then().statusCode(404);

    assertThat(owner.request().get("/import").asString()).contains(page + "\"");
    Keys.as(own).get("/v1/imports/" + page.replaceAll("\\D", "")).then().statusCode(200);
    assertThat(Visitor.with(Keys.admin()).request().get("/import").asString())
        .contains(page + "\"");
  }

  @Test
  void thePreviewShowsWhatNumbersBecome() {
    try (Browser browser = Browser.as("ingest")) {
      browser.go("/import");

      choose(
          browser, "numbers.csv", "lead;budget\n%1$s-1;1.234,50\n%1$s-2;1.234\n".formatted(lead));

      assertThat(browser.find("#preview")).containsText("budget: 1.234,50 → 1234.5");
      assertThat(browser.find("#preview")).containsText("may mean 1234 or 1.234");
      browser.inspect("import-numbers");
    }
  }

  private static void choose(Browser browser, String name, String content) {
    browser.find("#file").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(UTF_8)));
  }

  private static void column(Browser browser, String column, String field) {
    browser
        .page()
        .getByLabel(column, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
        .selectOption(field);
  }
}
