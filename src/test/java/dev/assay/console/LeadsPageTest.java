package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadsPageTest {
  private final String company = "Acme " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void leadsStandBestFirstWithWhatSalesNeedToKnow() {
    Funnel.onPaper(company);
    Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {

      browser.go("/leads?q=" + company);

      assertThat(browser.find("#leads tbody tr")).hasCount(2);
      Locator best = browser.find("#leads tbody tr").first();
      assertThat(best).containsText("Kim Novak");
      assertThat(best).containsText("VP of Sales · " + company);
      assertThat(best).containsText("MQL");
      assertThat(best).containsText("2 d ago");
      assertThat(best.locator(".trend polyline")).hasCount(1);
    }
  }

  @Test
  void aLongerListStaysCalm() {
    Funnel.crowd(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads?q=" + company);

      assertThat(browser.find("#leads tbody tr")).hasCount(8);
      browser.inspect("leads");
    }
  }

  @Test
  void filtersAndViewsStandInTheAddress() throws Exception {
    Funnel.onPaper(company);
    Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads?q=" + company).page().getByLabel("stage").selectOption("MQL");

      browser.find("text=Show").click();

      assertThat(browser.page()).hasURL(Pattern.compile(".*stage=MQL.*"));
      assertThat(browser.find("#leads tbody tr")).hasCount(1);
      var file = browser.page().waitForDownload(() -> browser.find("text=CSV").click());
      assertThat(Files.readString(file.path())).contains("Kim").contains(company);
      browser.go("/leads?view=good-on-paper&q=" + company);
      assertThat(browser.find("#leads tbody tr")).hasCount(1);
      assertThat(browser.find("#leads tbody tr")).containsText("never");
      assertThat(browser.find(".pills [aria-current]")).hasText("Good on paper, never engaged");
    }
  }

  @Test
  void whereNothingIsFoundThePageSaysWhatToDo() {
    try (Browser browser = Browser.as("analyst")) {
      browser.go("/leads?q=" + company);

      assertThat(browser.find(".empty")).containsText("Take a filter away");
      browser.inspect("leads-empty");
    }
  }

  @Test
  void anOpenListChangesInPlaceAndSaysWhenTheOrderDid() {
    String first = Funnel.qualified(company);
    String second = Funnel.onPaper(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads?q=" + company);
      String before = browser.text("#leads tbody tr:nth-child(2) .score");

      for (int time = 0; time < 3; time++) {
        Assay.post(Assay.event("l-" + time, second, "demo_request", "", Duration.ofHours(1)));
        Assay.post(
            Assay.event("w-" + time, second, "webinar_attended", "", Duration.ofHours(time)));
      }

      Locator row = browser.find("#leads tbody tr:nth-child(2)");
      assertThat(row.locator(".score")).not().hasText(before);
      assertThat(row).hasAttribute("data-lead", second);
      assertThat(browser.find("#leads tbody tr").first()).hasAttribute("data-lead", first);
      assertThat(row).containsText("MQL");
    }
  }

  @Test
  void namesThatMeanHarmDoNone() {
    Funnel.named("<img src=x onerror=alert(1)>", "</td></tr><script>alert(2)</script>", company);
    Funnel.named("\u202eevil", "שלום עולם", company);
    Funnel.named("👩‍🚀🎉", "W".repeat(180), company);
    try (Browser browser = Browser.as("sales")) {
      browser
          .page()
          .onDialog(
              dialog -> {
                throw new AssertionError(dialog.message());
              });

      browser.go("/leads?q=" + company);

      assertThat(browser.find("#leads tbody tr")).hasCount(3);
      assertThat(browser.find("#leads img")).hasCount(0);
      assertThat(browser.find("#leads")).containsText("<img src=x onerror=alert(1)>");
      browser.inspect("leads-odd-names");
    }
  }

  @Test
  void longListsAreReadPageByPage() {
    String lead = Funnel.onPaper(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads?q=" + company + "&cursor=" + "OTk5OTk5IA");

      assertThat(browser.find("#leads tbody tr")).hasAttribute("data-lead", lead);
      browser.find("text=To the top").click();
      assertThat(browser.page()).not().hasURL(Pattern.compile(".*cursor.*"));
    }
  }
}
