package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.client.Assay;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
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
      assertThat(browser.find("#preview")).containsText("must be a number");
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
