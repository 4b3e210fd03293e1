package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void hubspotUpsertsAContactByEmail() throws Exception {
    Outgoing.Request request = render("hubspot", null, Map.of());

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url())
        .isEqualTo("https://api.hubapi.com/crm/v3/objects/contacts/batch/upsert");
    assertBody(
        request,
        """
        {"inputs":[{"idProperty":"email","id":"ada@example.com","properties":{
          "firstname":"Ada","lastname":"Lovelace","company":"Example Ltd",
          "lifecyclestage":"salesqualifiedlead"}}]}""");
  }

  @Test
  void hubspotKeepsWhatIsNotKnown() throws Exception {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("firstName", null);
    values.put("lastName", null);
    values.put("company", null);
    values.put("to", "MQL");

    assertBody(
        render("hubspot", null, values),
        """
        {"inputs":[{"idProperty":"email","id":"ada@example.com","properties":{
          "lifecyclestage":"marketingqualifiedlead"}}]}""");
    values.put("to", null);
    assertThat(render("hubspot", null, values).body()).contains("\"lifecyclestage\":\"lead\"");
    values.put("email", null);
    assertThatThrownBy(() -> render("hubspot", null, values)).hasMessageContaining("data.email");
  }

  @Test
  void salesforceUpdatesALeadByExternalId() throws Exception {
    Outgoing.Request request =
        render("salesforce", "https://acme.my.salesforce.com/", Map.of("lead", "a/b c"));

    assertThat(request.method()).isEqualTo("PATCH");
    assertThat(request.url())
        .isEqualTo(
            "https://acme.my.salesforce.com/services/data/v62.0/sobjects/Lead/Assay_Lead__c/a%2Fb%20c");
    // Neither an id nor the external id may be in the body of an upsert.
    assertBody(
        request,
        """
        {"FirstName":"Ada","LastName":"Lovelace","Company":"Example Ltd","Email":"ada@example.com",
         "Rating":"Hot"}""");
  }

  @Test
  void salesforceGetsATaskForTheLead() throws Exception {
    Outgoing.Request request =
        render("salesforce-task", "https://acme.my.salesforce.com", Map.of());

    assertThat(request.url())
        .isEqualTo("https://acme.my.salesforce.com/services/data/v62.0/sobjects/Task");
    assertBody(
        request,
        """
        {"Subject":"Follow up: Ada Lovelace is SQL, score 112","Status":"Not Started",
         "Priority":"High","ActivityDate":"2026-11-20",
         "Description":"30 Asked for a demo\\n-5 Works at an agency",
         "Who":{"attributes":{"type":"Lead"},"Assay_Lead__c":"l-42"}}""");
  }

  @Test
  void pipedriveGetsAnActivity() throws Exception {
    Outgoing.Request request = render("pipedrive", null, Map.of());

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("https://api.pipedrive.com/v1/activities");
    assertBody(
        request,
        """
        {"subject":"Call Ada Lovelace (Example Ltd) ada@example.com","type":"call",
         "due_date":"2026-11-20",
         "note":"Score 112, fit 60, engagement 52, https://assay.example.com/leads/l-42"}""");
  }

  @Test
  void zohoUpsertsALeadByEmail() throws Exception {
    Outgoing.Request request = render("zoho", "https://www.zohoapis.eu", Map.of());

    assertThat(request.url()).isEqualTo("https://www.zohoapis.eu/crm/v8/Leads/upsert");
    assertBody(
        request,
        """
        {"data":[{"First_Name":"Ada","Last_Name":"Lovelace","Company":"Example Ltd",
          "Lead_Status":"Pre-Qualified","Email":"ada@example.com"}],
         "duplicate_check_fields":["Email"]}""");
  }

  @ParameterizedTest
  @CsvSource({
    "salesforce, https://acme.my.salesforce.com/, https://acme.my.salesforce.com/services/oauth2/token",
    "salesforce-task, https://acme.my.salesforce.com, https://acme.my.salesforce.com/services/oauth2/token",
    "zoho, , https://accounts.zoho.com/oauth/v2/token",
    "zoho, https://www.zohoapis.eu/, https://accounts.zoho.eu/oauth/v2/token",
    "zoho, https://www.zohoapis.com.au, https://accounts.zoho.com.au/oauth/v2/token",
    "zoho, https://www.zohoapis.ca, https://accounts.zohocloud.ca/oauth/v2/token"
  })
  void tokensComeFromTheAccountsOfTheSite(String preset, @Nullable String site, String tokenUrl)
      throws Exception {
    JsonNode given =
        JSON.readTree(
            "{\"oauth\":{\"clientId\":\"c\",\"clientSecret\":\"s\",\"refreshToken\":\"r\"}}");

    JsonNode auth = Objects.requireNonNull(Presets.named(preset).authAt(site, given));

    assertThat(auth.at("/oauth/tokenUrl").asText()).isEqualTo(tokenUrl);
    assertThat(auth.at("/oauth/scheme").asText())
        .isEqualTo(preset.equals("zoho") ? "Zoho-oauthtoken" : "");
    assertThat(given.at("/oauth").has("tokenUrl")).as("what was given stays").isFalse();
  }

  @Test
  void whatIsGivenOfOAuthStands() throws Exception {
    JsonNode given =
        JSON.readTree(
            """
            {"oauth":{"tokenUrl":"https://a/t","scheme":"Bearer","clientId":"c","clientSecret":"s",
             "refreshToken":"r"}}""");
    JsonNode bearer = JSON.readTree("{\"bearer\":\"b\"}");

    assertThat(Presets.named("zoho").authAt(null, given)).isEqualTo(given);
    assertThat(Presets.named("zoho").authAt(null, bearer)).isEqualTo(bearer);
    assertThat(Presets.named("hubspot").authAt(null, given)).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.b/{data.lead}",
        "https://a.b/path",
        "https://u@a.b",
        "a.b",
        "ftp://a.b",
        "",
        "https://a.b?c",
        "https://{data.lead}"
      })
  void aSiteIsASchemeAndAHost(String site) {
    assertThatThrownBy(() -> render("hubspot", site, Map.of())).isInstanceOf(RefusedTarget.class);
  }

  @Test
  void ownSitesMustBeSaidAndPresetsMustBeKnown() {
    assertThatThrownBy(() -> render("salesforce", null, Map.of()))
        .hasMessageContaining("https://example.my.salesforce.com");
    assertThatThrownBy(() -> Presets.named("sap"))
        .hasMessageContaining("[hubspot, salesforce, salesforce-task, pipedrive, zoho]");
  }

  private static void assertBody(Outgoing.Request request, String expected) throws Exception {
    assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree(expected));
  }

  private static Outgoing.Request render(
      String preset, @Nullable String site, Map<String, ? extends @Nullable Object> values)
      throws Exception {
    return (Outgoing.Request)
        new Targets(Optional.of("https://assay.example.com"))
            .of("template", null, Presets.named(preset).at(site), null)
            .render(Notices.stageChanged(values));
  }
}
