package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverviewPageTest {
  private final String lead = Assay.newLead();

  @BeforeEach
  void aLeadThatBoughtWithoutPoints() {
    Assay.put(lead, "{\"firstName\":\"<b>Kim</b>\",\"lastName\":\"שלום 🙂\"}").statusCode(201);
    Assay.put(lead + "-m", "{\"title\":\"VP of Sales\",\"employees\":300}").statusCode(201);
    Assay.post(
            "[%s,%s]"
                .formatted(
                    Assay.event("1", lead, "outcome", "won"),
                    Assay.event("2", lead + "-m", "demo_request", "")))
        .statusCode(200);
  }

  @AfterEach
  void eraseThem() {
    Assay.erase(lead).statusCode(204);
    Assay.erase(lead + "-m").statusCode(204);
  }

  @Test
  void itShowsTheFunnelAndWhoBoughtAsTablesAndCharts() {
    try (Browser browser = Browser.as("sales")) {
      browser.go("/overview");

      assertThat(browser.find("section:has(#funnel) tbody th").nth(1)).hasText("MQL");
      assertThat(browser.find("section:has(#low)")).containsText("<b>Kim</b> שלום 🙂");
      assertThat(browser.find("section:has(#reached) canvas")).isVisible();
      Object bars =
          browser
              .page()
              .evaluate(
                  "() => Chart.getChart(document.querySelector('canvas')).data.datasets.length");
      assertThat((Integer) bars).isGreaterThanOrEqualTo(2);
      browser.find("section:has(#bands) summary").click();
      assertThat(browser.find("section:has(#bands) thead")).containsText("cold");
      browser.inspect("overview");
    }
  }

  @Test
  void theStartPageTeachesTheFirstCall() {
    try (Browser browser = Browser.as("admin")) {
      browser.go("/demo");

      assertThat(browser.find("pre")).containsText("/v1/events");
      assertThat(browser.find("#demo-data")).containsText("There are leads already");
      browser.inspect("start");
    }
  }

  @Test
  void theListIsExportedFromASession() throws Exception {
    try (Browser browser = Browser.as("sales").go("/leads")) {
      Download file =
          browser
              .page()
              .waitForDownload(
                  () ->
                      browser
                          .page()
                          .evaluate(
                              "lead => location.assign('/export/leads.csv?q=' + lead)",
                              lead + "-m"));

      assertThat(Files.readString(file.path())).contains(lead + "-m", "VP of Sales");
    }
  }
}
