package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void slackIsToldWhoHowGoodWhyAndWhere() throws Exception {
    JsonNode body = render("slack", Notices.stageChanged(Map.of()));

    assertThat(body)
        .isEqualTo(
            JSON.readTree(
                """
                {"text":"Ada Lovelace (Example Ltd) is now SQL","blocks":[
                  {"type":"header","text":{"type":"plain_text","text":"Ada Lovelace (Example Ltd) is now SQL","emoji":false}},
                  {"type":"section","text":{"type":"mrkdwn","verbatim":true,"text":"*E-mail* ada@example.com\\n*Company* Example Ltd\\n*Score* 112 (fit 60, engagement 52)\\n*Grade* A\\n*Band* hot\\n*Owner* kim@example.com"}},
                  {"type":"section","text":{"type":"mrkdwn","verbatim":true,"text":"• +30 Asked for a demo\\n• -5 Works at an agency"}},
                  {"type":"section","text":{"type":"mrkdwn","verbatim":true,"text":"<https://assay.example.com/leads/l-42|Open in Assay>"}}]}
                """));
  }

  @Test
  void teamsIsToldTheSameByAnAdaptiveCard() throws Exception {
    JsonNode body = render("teams", Notices.stageChanged(Map.of()));

    assertThat(body.path("type").asText()).isEqualTo("message");
    JsonNode attachment = body.path("attachments").path(0);
    assertThat(attachment.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = attachment.path("content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.path("body").findValuesAsText("text"))
        .containsExactly(
            "Ada Lovelace \\(Example Ltd\\) is now SQL",
            "\\+30 Asked for a demo",
            "\\-5 Works at an agency");
    assertThat(card.path("body").path(1).path("facts").path(2))
        .isEqualTo(
            JSON.readTree(
                "{\"title\":\"Score\",\"value\":\"112 \\\\(fit 60, engagement 52\\\\)\"}"));
    assertThat(card.path("actions").path(0).path("url").asText())
        .isEqualTo("https://assay.example.com/leads/l-42");
  }

  @Test
  void withoutAConsoleThereIsNoLink() throws Exception {
    Targets targets = new Targets(Optional.empty());
    Outgoing slack =
        targets.of("slack", "https://s", none(), null).render(Notices.stageChanged(Map.of()));
    Outgoing teams =
        targets.of("teams", "https://t", none(), null).render(Notices.stageChanged(Map.of()));

    assertThat(((Outgoing.Request) slack).body()).doesNotContain("Open in Assay", "leads/");
    assertThat(((Outgoing.Request) teams).body()).doesNotContain("Open in Assay", "actions");
  }

  @Test
  void namesCannotMentionLinkOrFormat() throws Exception {
    Notice evil =
        Notices.stageChanged(
            Map.of(
                "firstName", "<!channel> <https://evil.example|Click> & \u202Eco",
                "lastName", "[here](https://evil.example)",
                "lead", "a/b?c|d>e"));

    String slack = render("slack", evil).toString();
    String teams = render("teams", evil).toString();

    assertThat(slack).doesNotContain("<!channel>", "<https://evil", "\u202E");
    assertThat(slack).contains("&lt;!channel&gt;", "&amp;", "/leads/a%2Fb%3Fc%7Cd%3Ee|Open");
    assertThat(teams).doesNotContain("](https://evil");
  }

  @Test
  void lengthsKeepWithinSlacksLimits() throws Exception {
    List<Map<String, Object>> leads = new ArrayList<>();
    for (int lead = 0; lead < 200; lead++) {
      leads.add(Map.of("lead", "l-" + lead, "firstName", "<&>😀".repeat(200), "score", lead));
    }
    List<Map<String, Object>> reasons = new ArrayList<>();
    for (int reason = 0; reason < 5; reason++) {
      reasons.add(Map.of("points", 1, "reason", "&".repeat(5_000)));
    }
    Map<String, Object> values =
        Map.of(
            "leads",
            leads,
            "reasons",
            reasons,
            "company",
            "<".repeat(20_000),
            "firstName",
            "😀".repeat(5_000));

    JsonNode body = render("slack", Notices.stageChanged(values));

    assertThat(body.path("blocks").size()).isLessThanOrEqualTo(50);
    for (JsonNode block : body.path("blocks")) {
      int most = block.path("type").asText().equals("header") ? 150 : 3000;
      String text = block.path("text").path("text").asText();
      assertThat(text.length()).isBetween(1, most);
      assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
    }
    assertThat(render("teams", Notices.stageChanged(values)).toString().length())
        .isLessThan(28_000);
  }

  @Test
  void everyTypeHasAHeadline() {
    Map<String, @Nullable Object> gone = new HashMap<>();
    gone.put("to", null);
    assertThat(Headline.of(Notices.stageChanged(gone)))
        .isEqualTo("Ada Lovelace (Example Ltd) is no longer MQL");
    Map<String, String> expected =
        Map.of(
            "lead.qualified", "Ada Lovelace (Example Ltd) qualified as SQL",
            "lead.disqualified", "Ada Lovelace (Example Ltd) is no longer MQL",
            "lead.band.changed", "Ada Lovelace (Example Ltd) is now SQL",
            "lead.assigned", "Ada Lovelace (Example Ltd) now belongs to SQL",
            "lead.score.changed", "Ada Lovelace (Example Ltd) now scores 112",
            "lead.followup.due", "Ada Lovelace (Example Ltd) is SQL and waits for an outcome",
            "ruleset.published", "Rule set 7 is live",
            "endpoint.test", "Assay reaches this place",
            "endpoint.disabled", "Endpoint CRM was disabled",
            "something.new", "something.new");
    expected.forEach(
        (type, line) ->
            assertThat(Headline.of(Notices.of(type, Map.of("description", "CRM"))))
                .isEqualTo(line));
  }

  private static JsonNode render(String kind, Notice message) throws Exception {
    Outgoing outgoing =
        new Targets(Optional.of("https://assay.example.com/"))
            .of(kind, "https://hooks.example.com/secret", none(), null)
            .render(message);
    Outgoing.Request request = (Outgoing.Request) outgoing;
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("https://hooks.example.com/secret");
    assertThat(request.toString()).doesNotContain("secret");
    return JSON.readTree(request.body());
  }

  private static JsonNode none() {
    return JsonNodeFactory.instance.objectNode();
  }
}
