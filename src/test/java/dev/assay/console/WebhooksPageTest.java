package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import dev.assay.webhook.Receiver;
import dev.assay.webhook.SenderRunning;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderRunning.class)
class WebhooksPageTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  @Inject Tables tables;

  @BeforeEach
  @AfterEach
  void nobodyListens() throws Exception {
    tables.execute("TRUNCATE webhook_endpoint, message CASCADE");
  }

  @Test
  void anEndpointIsAddedTestedAndGetsANewSecret() throws Exception {
    try (Receiver receiver = Receiver.saying(HOSTILE);
        Browser browser = Browser.as("admin")) {
      browser.go("/webhooks").inspect("webhooks-empty");
      browser.find(".empty >> text=Add an endpoint").click();
      browser.page().getByLabel("URL").fill(receiver.url());
      browser.page().getByLabel("What you call it").fill("CRM " + HOSTILE);
      browser.page().getByLabel("lead.stage.changed").check();
      browser.find("text=Which leads").click();
      browser.page().getByLabel("Stages").fill("MQL, " + HOSTILE);
      browser.inspect("webhooks-add");
      browser.find("text=Add it").click();

      String secret = browser.text(".secret");
      browser.find("text=I have it").click();
      assertThat(browser.find("h1")).hasText("CRM " + HOSTILE);
      assertThat(browser.find("main")).not().containsText(secret);

      browser.find("text=Send a test").click();
      assertThat(browser.find("#tested h2")).hasText("The test was taken");
      browser.find("#tested summary").click();
      assertThat(browser.find("#tested .headers")).containsText("webhook-signature");
      assertThat(browser.find("#tested pre")).hasText(HOSTILE);
      assertThat(browser.find("#log tbody")).containsText("endpoint.test");
      receiver.requests().get(0).verifyWith(secret);

      browser.find("text=Rotate").click();
      assertThat(browser.find("#rotated")).containsText("signs along until");
      String next = browser.text("#rotated .secret");
      browser.inspect("webhook");
      browser.find("text=Send a test").click();
      await().atMost(Duration.ofSeconds(5)).until(() -> receiver.requests().size() == 2);
      assertThat(next).isNotEqualTo(secret);
      receiver.requests().get(1).verifyWith(secret);
      receiver.requests().get(1).verifyWith(next);

      browser.find("button:has-text('Delete')").first().click();
      browser.find("text=Delete for good").click();
      assertThat(browser.find(".empty h2")).hasText("Nobody is told yet");
    }
  }

  @Test
  void aDeliveryIsReadAndSentAgain() throws Exception {
    try (Receiver receiver = Receiver.saying(HOSTILE);
        Browser browser = Browser.as("admin")) {
      String id = endpoint(Map.of("url", receiver.url(), "eventTypes", List.of("lead.assigned")));
      String lead = Assay.newLead();
      Assay.put(lead, "{\"firstName\":\"<b>Kim</b>\"}").statusCode(201);
      Assay.assign(lead, "Kim").statusCode(200);
      await().atMost(Duration.ofSeconds(10)).until(() -> receiver.requests().size() == 1);

      browser.go("/webhooks").inspect("webhooks");
      browser.find(".target a").click();
      assertThat(browser.find(".state").first()).hasText("good");
      assertThat(browser.find("#log .whom")).hasText(lead);
      browser.find("#log tbody a").click();
      assertThat(browser.find(".attempt pre")).hasText(HOSTILE);
      assertThat(browser.find("section:has(#message-head) pre")).containsText("<b>Kim</b>");
      browser.inspect("webhook-delivery");

      browser.find("text=Replay").click();

      assertThat(browser.find(".attempt")).hasCount(2);
      assertThat(receiver.requests().get(1).id()).isEqualTo(receiver.requests().get(0).id());
      assertThat(browser.page()).hasURL(Pattern.compile("/webhooks/" + id + "/deliveries/\\d+$"));

      browser.go("/leads/" + lead).find("text=Send messages again").click();
      browser.inspect("lead-replay");
      browser.find("text=Send them again").click();

      assertThat(browser.find("#replayed")).hasText("Sent again: 1. Sent for the first time: 0.");
      await().atMost(Duration.ofSeconds(10)).until(() -> receiver.requests().size() == 3);
      assertThat(receiver.requests().get(2).id()).isEqualTo(receiver.requests().get(0).id());
    }
  }

  @Test
  void whatFailedIsSentAgain() throws Exception {
    try (Receiver receiver = Receiver.saying("");
        Browser browser = Browser.as("admin")) {
      String id = endpoint(Map.of("url", receiver.url(), "eventTypes", List.of("lead.assigned")));
      String lead = Assay.newLead();
      Assay.put(lead, "{}").statusCode(201);
      Assay.assign(lead, "Kim").statusCode(200);
      await().atMost(Duration.ofSeconds(10)).until(() -> delivered(lead));
      tables.execute("UPDATE delivery SET state = 'failed', delivered_at = NULL");
      tables.execute(
          "UPDATE webhook_endpoint SET failures = 3, failing_since = now() - interval '1 hour'");

      browser.go("/webhooks");
      assertThat(browser.find("tbody tr")).containsText("failing");
      browser.find("tbody button").click();
      assertThat(browser.find("tbody .state")).hasText("disabled");
      browser.go("/webhooks/" + id).find("text=Replay all failed").click();
      assertThat(browser.find("#notice")).containsText("Enable it first");
      browser.find("button:has-text('Enable')").click();
      browser.find(".pills >> text=failed").click();
      assertThat(browser.find("#log tbody tr")).hasCount(1);
      browser.find("text=Replay all failed").click();

      assertThat(browser.find("#replayed")).hasText("Sent again: 1.");
      await().atMost(Duration.ofSeconds(10)).until(() -> delivered(lead));
    }
  }

  @Test
  void aCrmWhoseTokensEndIsAddedByWhatGetsThem() throws Exception {
    try (Receiver zoho = Receiver.saying("{\"access_token\":\"t0ken\"}");
        Browser browser = Browser.as("admin")) {
      browser.go("/webhooks/add?to=zoho");
      browser.page().getByLabel("Site").fill(zoho.url().replaceAll("/hook.*", ""));
      browser.page().getByLabel("Client id:").fill("1000.c");
      browser.page().getByLabel("Client secret:").fill("top secret");
      browser.page().getByLabel("Refresh token:").fill("1000.r");

      browser.find("text=Add it").click();
      browser.find("text=Send a test").click();

      assertThat(browser.find("#tested h2")).hasText("The test was taken");
      assertThat(zoho.requests().get(0).body())
          .contains("client_secret=top+secret&refresh_token=1000.r");
      assertThat(zoho.requests().get(1).headers().get("Authorization"))
          .containsExactly("Zoho-oauthtoken t0ken");
      assertThat(browser.page().content()).doesNotContain("top secret", "1000.r");
    }
  }

  @Test
  void anEndpointIsChanged() throws Exception {
    try (Browser browser = Browser.as("admin")) {
      String id =
          endpoint(
              Map.of(
                  "url", "https://127.0.0.1:9/a",
                  "order", "strict",
                  "eventTypes", List.of("lead.assigned", "lead.qualified"),
                  "filter", Map.of("stages", List.of("SQL"), "owners", List.of("Kim")),
                  "followUp", Map.of("stage", "SQL", "after", "PT36H"),
                  "limits", Map.of("perSecond", 20)));
      String before = Keys.as(Keys.admin()).get("/v1/webhooks/{id}", id).asString();
      browser.go("/webhooks/" + id).find(".actions a").click();
      browser.find("text=Change it").click();
      assertThat(browser.find("h1")).hasText("https://127.0.0.1:9/a");
      assertThat(Keys.as(Keys.admin()).get("/v1/webhooks/{id}", id).asString()).isEqualTo(before);

      browser.find(".actions a").click();
      browser.page().getByLabel("What you call it").fill("CRM " + HOSTILE);
      browser.page().getByLabel("lead.qualified").uncheck();
      browser.page().getByLabel("Stages").fill("SQL, " + HOSTILE);
      browser.page().getByLabel("Owners").fill("");
      browser.find("text=How and when").click();
      browser.page().getByLabel("Order").selectOption("any");
      browser.page().getByLabel("a second").fill("");
      browser.page().getByLabel("at once").fill("4");
      browser.page().getByLabel("after days").fill("2");
      browser.inspect("webhook-change");
      browser.page().getByLabel("URL").fill("https://10.0.0.1/x");
      browser.find("text=Change it").click();
      assertThat(browser.find("#notice")).containsText("is refused");
      browser.page().getByLabel("URL").fill("https://127.0.0.1:9/b");
      browser.find("text=Change it").click();

      assertThat(browser.find("h1")).hasText("CRM " + HOSTILE);
      Keys.as(Keys.admin())
          .get("/v1/webhooks/{id}", id)
          .then()
          .body("url", equalTo("https://127.0.0.1:9/b"))
          .body("order", equalTo("any"))
          .body("eventTypes", contains("lead.assigned"))
          .body("filter.stages", contains("SQL", HOSTILE))
          .body("filter.owners", nullValue())
          .body("followUp.after", equalTo("PT48H"))
          .body("limits.perSecond", nullValue())
          .body("limits.atOnce", equalTo(4));
    }
  }

  @Test
  void aCrmIsAddedByItsPreset() {
    try (Browser browser = Browser.as("admin")) {
      browser.go("/webhooks/add?to=pipedrive");
      browser.page().getByLabel("Site").fill("https://127.0.0.1:9");
      browser.page().getByLabel("Key:").fill("top secret");

      browser.find("text=Add it").click();

      assertThat(browser.find("h1")).containsText("/v1/activities");
      assertThat(browser.find(".facts").first()).containsText("stage SQL");
      assertThat(browser.page().content()).doesNotContain("top secret");
      String config = browser.find("details pre").textContent();
      browser.find(".actions a").click();
      browser.page().getByLabel("What you call it").fill("Pipedrive");
      browser.find("text=Change it").click();
      assertThat(browser.find("h1")).hasText("Pipedrive");
      assertThat(browser.find("details pre").textContent()).isEqualTo(config);
    }
  }

  @Test
  void whatCannotBeIsSaid() {
    try (Browser browser = Browser.as("admin")) {
      browser.go("/webhooks/add?to=slack").page().getByLabel("URL").fill("https://10.0.0.1/x");
      browser.find("text=Which leads").click();
      browser.page().getByLabel("Conditions").fill("[{\"field\":\"shoes\",\"is\":\"present\"}]");

      browser.find("text=Add it").click();
      assertThat(browser.find("#notice")).containsText("'shoes' is no field of a lead");

      browser.page().getByLabel("Conditions").fill("");
      browser.find("text=Add it").click();
      assertThat(browser.find("#notice")).containsText("is refused");
    }
  }

  private boolean delivered(String lead) throws Exception {
    return tables.count(
            "SELECT count(*) FROM delivery WHERE lead = ? AND state = 'delivered'", lead)
        == 1;
  }

  private static String endpoint(Map<String, ?> settings) {
    return Keys.as(Keys.admin())
        .contentType(ContentType.JSON)
        .body(settings)
        .post("/v1/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
