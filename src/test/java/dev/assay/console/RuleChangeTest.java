package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import dev.assay.client.Assay;
import dev.assay.pipeline.CurrentRules;
import dev.assay.ruleset.Drafts;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst adds a row, sees what it would do, publishes it, and takes it back. */
@QuarkusTest
class RuleChangeTest {
  private static final double PATIENCE = 60_000;

  @Inject CurrentRules rules;

  private final String type = "visit_" + UUID.randomUUID().toString().substring(0, 8);
  private String lead = "";
  private int live;
  private int score;

  @BeforeEach
  void aLeadThatCame() {
    live = rules.current().number();
    lead = Funnel.onPaper("Acme " + type);
    Assay.post(Assay.event("e-1", lead, type, "")).statusCode(200);
    score = Assay.lead(lead).getInt("score");
    assertThat(Assay.lead(lead).getString("stage")).isNull();
  }

  @AfterEach
  void theRulesAreAsBefore() {
    Drafts.rollback(live).statusCode(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> Drafts.get("/{n}/reassessment", live).extract().<Integer>path("remaining") == 0);
    Assay.erase(lead).statusCode(204);
  }

  @Test
  void itIsTriedPublishedAndTakenBack() throws Exception {
    try (Browser browser = Browser.as("analyst");
        Workbooks workbook = new Workbooks().pointsFor(type, 30)) {
      browser.go("/rules");
      RulesPageTest.choose(browser, workbook.bytes());
      RulesPageTest.upload(browser);
      browser.find(".pills a:has-text('Cases')").click();
      assertThat(browser.find("main")).containsText(Pattern.compile("All \\d+ cases pass"));
      browser.find(".pills a:has-text('Differences')").click();
      assertThat(browser.find(".changes tr.row-added")).containsText("Came to " + type);

      browser.find(".pills a:has-text('Simulation')").click();
      browser.page().waitForLoadState();
      browser.find("button:has-text('Simulate')").click();
      assertThat(browser.find(".matrix")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
      browser.find(".matrix tr:has(th bdi:text-is('none')) a").first().click();
      assertThat(browser.find("#changes")).containsText("none → MQL");
      assertThat(browser.find(".changes tr:has-text('%s')".formatted(lead)))
          .containsText("nothing → +30 Came to " + type);
      assertThat(browser.find("section:has(#scores) canvas")).isVisible();
      browser.inspect("rules-simulation");

      browser.find("text=Publish").first().click();
      browser.page().getByLabel("Comment").fill("Visits <i>count</i>");
      browser.find("text=Publish it").click();
      assertThat(browser.page())
          .hasURL(Pattern.compile("/rules/\\d+$"), new HasURLOptions().setTimeout(PATIENCE));
      assertThat(browser.find("h1 .tag")).hasText("live");
      assertThat(browser.find("#reassessment"))
          .containsText(
              "All leads are assessed under it", new ContainsTextOptions().setTimeout(PATIENCE));
      browser.find(".pills a:has-text('History')").click();
      assertThat(browser.find("tbody")).containsText("Visits <i>count</i>");
      assertThat(browser.find("tbody")).containsText("not sent");

      browser.go("/leads/" + lead);
      assertThat(browser.find(".facts .big")).hasText(String.valueOf(score + 30));
      assertThat(browser.find(".facts")).containsText("MQL");
      browser.find(".waterfall a:has-text('Came to')").click();
      assertThat(browser.find(".sheet .target")).containsText("Came to " + type);
      assertThat(browser.find(".sheet .target")).isInViewport();

      browser.go("/rules/" + live).find("text=Roll back to it").click();
      browser.find("dialog[open] button[type=submit]").click();
      assertThat(browser.find("#reassessment"))
          .containsText(
              "All leads are assessed under it", new ContainsTextOptions().setTimeout(PATIENCE));
      browser.go("/leads/" + lead);
      assertThat(browser.find(".facts .big")).hasText(String.valueOf(score));
    }
  }

  @Test
  void aSimulationOfAPeriodCountsWeeks() throws Exception {
    try (Browser browser = Browser.as("analyst");
        Workbooks workbook = new Workbooks().pointsFor(type, 30)) {
      int draft = Drafts.draft(workbook.bytes());
      browser.go("/rules/" + draft + "/simulation");
      browser.page().getByLabel("What to try").selectOption("period");
      browser.find("input[name=days]").fill("7");
      browser.find("button:has-text('Simulate')").click();

      assertThat(browser.find("#weeks")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));

      assertThat(browser.find("section:has(#weeks) canvas")).isVisible();
      browser.find("section:has(#weeks) summary").click();
      assertThat(browser.find("section:has(#weeks) thead")).containsText("MQL after");
    }
  }

  @Test
  void aSimulationIsCancelledAndForgotten() {
    String started =
        Keys.as(Keys.with("analyst"))
            .contentType(ContentType.JSON)
            .body("{}")
            .post("/v1/rulesets/{n}/simulations", live)
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    String id = started.substring(started.lastIndexOf('/') + 1);

    Visitor.with(Keys.with("analyst"))
        .request()
        .delete("/rules/{n}/simulation/{id}", live, id)
        .then()
        .statusCode(204)
        .header("HX-Redirect", "/rules/%d/simulation".formatted(live));

    Keys.as(Keys.with("analyst")).get("/v1/simulations/{id}", id).then().statusCode(404);
  }

  @Test
  void salesSeeWhereARowStandsButNoLink() {
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead);

      assertThat(browser.find(".waterfall")).containsText("Fit, row");
      assertThat(browser.find("a[href^='/rules']")).hasCount(0);
    }
  }
}
