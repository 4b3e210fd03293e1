package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import dev.assay.client.Assay;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookReader;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each row of the live rules does. */
@QuarkusTest
class EffectPageTest {
  private static final int LEADS = 31;

  @BeforeEach
  void leadsThatMetUsLongAgoAndBought() {
    String family = Assay.newLead();
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < LEADS; i++) {
      String lead = family + "-" + i;
      Duration ago = Duration.ofDays(100);
      events.append(i == 0 ? "[" : ",").append(Assay.event("1", lead, "trade_show", "", ago));
      events.append(",").append(Assay.event("2", lead, "outcome", i % 2 == 0 ? "won" : "lost"));
    }
    Assay.post(events.append("]").toString()).statusCode(200);
  }

  @Test
  void eachRowShowsWhatItGivesAndWhetherItsLeadsBuy() throws Exception {
    try (Browser browser = Browser.as("analyst")) {
      browser.go("/rule-effect");
      browser.find("button[type=submit]").first().click();

      var row = browser.find(".effect tr:has-text('Met us at a trade show')");
      assertThat(row).isVisible(new IsVisibleOptions().setTimeout(60_000));

      assertThat(row.locator("td").nth(3)).hasText("+10.0");
      assertThat(row.locator("td").nth(4)).containsText("%");
      assertThat(row.locator("td").nth(6)).containsText(" to ");
      assertThat(row.locator("td").nth(7)).not().isEmpty();
      assertThat(browser.find("#never")).isVisible();
      browser.page().getByLabel("Stale after days").fill("99");
      browser.find("button:has-text('Show')").click();
      assertThat(browser.find("main")).containsText("in the last 99 days");
      browser.inspect("rule-effect");
      Download file =
          browser
              .page()
              .waitForDownload(() -> browser.find("text=suggested points").first().click());
      assertThat(WorkbookReader.read(Files.readAllBytes(file.path())))
          .isInstanceOf(Reading.Understood.class);
      row.locator("a").click();
      assertThat(browser.find(".sheet .target")).containsText("Met us at a trade show");
    }
  }
}
