package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadPageTest {
  private final String company = "Acme " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void theScoreIsExplainedStepByStep() {
    String lead = Funnel.qualified(company);
    int score = Assay.lead(lead).getInt("score");
    try (Browser browser = Browser.as("sales")) {

      browser.go("/leads?q=" + company).find("#leads tbody a").click();

      assertThat(browser.find("h1")).hasText("Kim Novak");
      assertThat(browser.find(".facts .big")).hasText(String.valueOf(score));
      List<String> points = browser.find(".waterfall td:nth-child(4)").allInnerTexts();
      assertThat(points.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(score);
      assertThat(browser.find(".waterfall")).containsText("Asked for a demo");
      assertThat(browser.find(".waterfall")).containsText("Engagement, row 11");
      assertThat(browser.find(".history text")).hasText("MQL");
      assertThat(browser.find(".timeline .stage")).containsText("no stage → MQL");
      assertThat(browser.find(".timeline")).containsText("lead.stage.changed");
      assertThat(browser.find(".timeline .score").first()).containsText("+30 Asked for a demo");
      browser.inspect("lead");
    }
  }

  @Test
  void theSliderShowsAnyPastDay() {
    String lead = Funnel.qualified(company);
    try (Browser browser = Browser.as("analyst")) {
      browser.go("/leads/" + lead);
      assertThat(browser.find(".waterfall")).containsText("Asked for a demo");
      assertThat(browser.find(".timeline a").first())
          .hasAttribute("href", Pattern.compile("/rules/\\d+\\?sheet=Engagement&row=11#row-11"));

      browser.find("input[name=day]").press("Home");

      assertThat(browser.find(".asof")).containsText("At the end of");
      assertThat(browser.find(".waterfall")).not().containsText("Asked for a demo");
      assertThat(browser.find("text=Record an outcome")).hasCount(0);
    }
  }

  @Test
  void whatWouldMoveTheLeadIsSaidAndTrue() {
    String lead = Funnel.onPaper(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead);
      assertThat(browser.find("#next-head")).hasText("What would make it MQL");
      assertThat(browser.find(".steps-list")).containsText("Asked for a demo");

      Assay.post(Assay.event("e-1", lead, "demo_request", ""));

      browser.page().reload();
      assertThat(browser.find("#next-head")).hasText("What would make it SQL");
    }
  }

  @Test
  void anOutcomeIsRecorded() {
    String lead = Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead).find("text=Record an outcome").first().click();
      browser.find("input[value=rejected]").check();
      browser.find("#reason").fill("<b>No budget</b>");

      browser.find("dialog[open] button[type=submit]").click();

      assertThat(browser.find(".timeline .outcome")).containsText("rejected <b>No budget</b>");
      Assay.get("/v1/leads/{lead}/outcomes", lead)
          .body("outcomes[0].outcome", org.hamcrest.Matchers.equalTo("rejected"));
    }
  }

  @Test
  void aNoteIsWritten() {
    String lead = Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead).find("#note").fill("<img src=x onerror=alert(1)>\nCall at noon");

      browser.find("text=Add the note").click();

      assertThat(browser.find(".timeline .note .what"))
          .containsText("<img src=x onerror=alert(1)>\nCall at noon");
      assertThat(browser.find(".timeline .note .what")).containsText("by test");
    }
  }

  @Test
  void whatIsMissingFromAnOutcomeIsSaid() {
    String lead = Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead).find("text=Record an outcome").first().click();
      browser.find("input[value=rejected]").check();

      browser.find("dialog[open] button[type=submit]").click();

      assertThat(browser.find("dialog[open] [role=alert]")).containsText("reason");
    }
  }

  @Test
  void aLeadIsGivenToSomebody() {
    String lead = Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead).find("text=Change owner").click();
      browser.find("#owner-name").fill("Zoë <i>");

      browser.find("text=Give it to them").click();

      assertThat(browser.find(".facts")).containsText("Zoë <i>");
      assertThat(browser.find(".timeline .owner")).containsText("Inbound → Zoë <i>");
    }
  }

  @Test
  void leadsThatAreOnePersonAreMerged() {
    String lead = Funnel.onPaper(company);
    String other = Funnel.qualified(company);
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads/" + lead).find("text=Merge").first().click();
      browser.find("#merge-from").fill("nobody-" + other);
      browser.find("text=Merge for good").click();
      assertThat(browser.find("dialog[open] [role=alert]")).containsText("nobody-" + other);
      browser.find("#merge-from").fill(other);

      browser.find("text=Merge for good").click();

      assertThat(browser.find(".timeline .merge")).containsText(other);
      assertThat(browser.find(".facts")).containsText("MQL");
    }
  }

  @Test
  void erasingAsksFirst() {
    String lead = Funnel.qualified(company);
    try (Browser browser = Browser.as("admin")) {
      browser.go("/leads/" + lead).find("text=Erase").first().click();
      browser.inspect("lead-erase");
      browser.find("text=Erase for good").click();

      assertThat(browser.page()).hasURL(Pattern.compile("/leads$"));
      Assay.get("/v1/leads/{lead}", lead).statusCode(404);
      browser.go("/leads/" + lead);
      assertThat(browser.find("h1")).hasText("Not found");
      browser.inspect("not-found");
    }
  }
}
