package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.security.Keys;
import dev.assay.workbook.Limits;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What analysts see of the workbooks that they upload. */
@QuarkusTest
class RulesPageTest {

  @Test
  void whatIsWrongIsShownInAPictureOfTheSheet() throws Exception {
    try (Browser browser = Browser.as("analyst");
        Workbooks broken =
            new Workbooks().put("Engagement!E11", "many").put("Traits!B4", "<b>Who</b>")) {
      browser.go("/rules").inspect("rules");
      browser.page().getByLabel("What changes").fill("Demos count more");
      choose(browser, broken.bytes());

      upload(browser);

      assertThat(browser.page()).hasURL(Pattern.compile(".*/rules/\\d+$"));
      assertThat(browser.find("h1")).containsText("draft");
      assertThat(browser.find(".heading")).containsText("Demos count more");
      assertThat(browser.find(".problem")).containsText("It cannot be published");
      browser.find(".findings a:has-text('Engagement!E11')").click();
      assertThat(browser.find("#row-11 td.error")).hasText("many");
      String words = browser.find("#row-11 td.error").getAttribute("aria-describedby");
      assertThat(browser.find("#" + words)).containsText("Engagement!E11 Expected whole points");
      assertThat(browser.find("#" + words)).isVisible();
      assertThat(browser.find(".sheet thead th").first()).hasText("A");
      assertThat(browser.find("#row-10")).containsText("Points once");
      assertThat(browser.find("#row-9")).hasCount(0);
      browser.inspect("rules-broken");
      browser.find(".sheet-tabs a:has-text('Traits')").click();
      assertThat(browser.find(".sheet td.error")).hasCount(0);
      assertThat(browser.find("#row-4")).containsText("<b>Who</b>");
      browser.find(".pills a:has-text('Cases')").click();
      assertThat(browser.find("main")).containsText("once nothing is wrong in the workbook");
      browser.find(".pills a:has-text('Differences')").click();
      assertThat(browser.find("main")).containsText("cannot be compared");
    }
  }

  @Test
  void failingCasesShowWhatWasExpectedAndWhatCameOut() throws Exception {
    try (Browser browser = Browser.as("analyst");
        Workbooks changed = new Workbooks().put("Engagement!E19", 11)) {
      byte[] uploaded = changed.bytes();
      browser.go("/rules");
      choose(browser, uploaded);
      upload(browser);

      browser.find(".problem a").click();

      assertThat(browser.find(".cases .failed").first()).containsText("fails");
      assertThat(browser.find(".cases .failed .differs").first()).containsText("score");
      assertThat(browser.find(".cases .failed p").first())
          .containsText("+11 Met us at a trade show");
      browser.inspect("rules-cases");
      browser.find(".cases .failed a").first().click();
      assertThat(browser.find(".sheet-tabs [aria-current]")).containsText("Cases");
      assertThat(browser.find(".sheet .target")).hasCount(1);
      browser.find(".pills a:has-text('Differences')").click();
      assertThat(browser.find(".changes tr.row-changed")).containsText("10 → 11");
      assertThat(browser.find(".changes")).containsText("E19 Points once");
      browser.inspect("rules-diff");
      Download marked =
          browser.page().waitForDownload(() -> browser.find("text=As a workbook").click());
      assertThat(marked.suggestedFilename()).matches("rule-set-\\d+-against-\\d+\\.xlsx");
      Download file =
          browser.page().waitForDownload(() -> browser.find("text=Workbook").first().click());
      assertThat(Files.readAllBytes(file.path())).isEqualTo(uploaded);
    }
  }

  @Test
  void whatIsNoWorkbookIsRefusedInPlaceAndNothingIsLost() {
    try (Browser browser = Browser.as("analyst")) {
      browser.go("/rules");
      browser.page().getByLabel("What changes").fill("Everything");
      choose(browser, "no workbook".getBytes(UTF_8));

      upload(browser);

      assertThat(browser.find("#notice")).containsText("expected an .xlsx file");
      assertThat(browser.page().getByLabel("What changes")).hasValue("Everything");
      choose(browser, new byte[Limits.FILE_BYTES + 1]);
      upload(browser);
      assertThat(browser.find("#notice")).containsText("larger than 5 MB");
    }
  }

  @Test
  void anEmptyWorkbookIsThereToBeginWith() {
    try (Browser browser = Browser.as("analyst")) {
      browser.go("/rules");

      Download empty =
          browser.page().waitForDownload(() -> browser.find("text=Empty workbook").click());

      assertThat(empty.suggestedFilename()).isEqualTo("lead-scoring-empty.xlsx");
    }
  }

  @Test
  void salesDoNotSeeThem() {
    try (Browser browser = Browser.with(Keys.with("sales"))) {
      assertThat(browser.find("nav a[href='/rules']")).hasCount(0);

      browser.go("/rules/1");

      assertThat(browser.find("main")).not().containsText("Sheets");
    }
  }

  static void choose(Browser browser, byte[] file) {
    browser
        .find("#file")
        .setInputFiles(new FilePayload("lead-scoring.xlsx", Spreadsheet.TYPE, file));
  }

  static void upload(Browser browser) {
    browser.find("text=Upload as a draft").click();
  }
}
