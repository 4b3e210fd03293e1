package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTargetTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIG =
      """
      {"method":"PATCH","url":"https://crm.example.com/leads/{data.lead}","headers":{"X-Trace":"assay"},
       "body":{"name":"{data.firstName}","message":"{id}","link":"{link}"},"needs":["data.email"]}""";

  @Test
  void aTemplateBecomesARequest() throws Exception {
    Outgoing.Request request = render(CONFIG, "{\"bearer\":\"s3cret\"}", Map.of());

    assertThat(request.method()).isEqualTo("PATCH");
    assertThat(request.url()).isEqualTo("https://crm.example.com/leads/l-42");
    assertThat(request.body())
        .isEqualTo(
            "{\"name\":\"Ada\",\"message\":\"msg_1\",\"link\":\"https://assay.example.com/leads/l-42\"}");
    assertThat(request.headers())
        .isEqualTo(
            Map.of(
                "content-type", "application/json",
                "x-trace", "assay",
                "authorization", "Bearer s3cret"));
  }

  @Test
  void whatIsNeededMustBeThere() {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("email", null);

    assertThatThrownBy(() -> render(CONFIG, null, values))
        .isInstanceOf(Unrenderable.class)
        .hasMessage("The message has no data.email, which this endpoint needs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"bearer\":\"abc\"}                       | authorization | Bearer abc",
        "{\"username\":\"Aladdin\",\"password\":\"open sesame\"} | authorization | Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "{\"header\":\"X-Api-Key\",\"value\":\"k3y\"} | x-api-key   | k3y",
        "{\"header\":\"Authorization\",\"value\":\"Zoho-oauthtoken t\"} | authorization | Zoho-oauthtoken t"
      })
  void whoCallsIsProvedByAHeader(String auth, String header, String value) throws Exception {
    assertThat(render(CONFIG, auth, Map.of()).headers()).containsEntry(header, value);
    assertThat(Authorization.parse(JSON.readTree(auth)).toString()).doesNotContain(value);
  }

  @Test
  void withOAuthTheProofIsStillToBeFetched() throws Exception {
    Outgoing.Request request =
        render(
            CONFIG,
            "{\"oauth\":{\"tokenUrl\":\"https://a/t\",\"clientId\":\"c\",\"clientSecret\":\"s3cret\"}}",
            Map.of());

    assertThat(request.headers()).doesNotContainKey("authorization");
    assertThat(request.secretHeader()).contains("authorization");
    assertThat(request.oauth())
        .contains(new OAuth("https://a/t", "c", "s3cret", null, null, "Bearer"));
    assertThat(request.oauth().toString()).doesNotContain("s3cret");
    OAuth refreshed = new OAuth("https://a/t", "c", "s3cret", "r3fresh", null, "Bearer");
    assertThat(refreshed.isToldBy("no s3cret")).isTrue();
    assertThat(refreshed.isToldBy("no r3fresh")).isTrue();
    assertThat(refreshed.isToldBy("c, https://a/t")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"bearer\":\"s3cret\\r\\nX: y\"}",
        "{\"bearer\":\"\"}",
        "{\"bearer\":7}",
        "{\"bearer\":\"s3cret\",\"username\":\"x\"}",
        "{\"username\":\"s3cret\"}",
        "{\"header\":\"Host\",\"value\":\"s3cret\"}",
        "{\"header\":\"Content-Length\",\"value\":\"s3cret\"}",
        "{\"header\":\"webhook-signature\",\"value\":\"s3cret\"}",
        "{\"header\":\"a b\",\"value\":\"s3cret\"}",
        "{\"header\":\"x\",\"value\":\"s3cret\\n\"}",
        "{\"oauth\":\"s3cret\"}",
        "{\"oauth\":{\"tokenUrl\":\"https://a/\",\"clientId\":\"c\"}}",
        "{\"oauth\":{\"tokenUrl\":\"https://a/\",\"clientId\":\"c\",\"clientSecret\":\"s3cret\\n\"}}",
        "{\"oauth\":{\"tokenUrl\":\"https://a/\",\"clientId\":\"c\",\"clientSecret\":\"s3cret\",\"refreshToken\":\"\"}}",
        "{\"oauth\":{\"tokenUrl\":\"https://a/\",\"clientId\":\"c\",\"clientSecret\":\"s3cret\",\"scheme\":\"a b\"}}",
        "{\"oauth\":{\"tokenUrl\":\"https://a/\",\"clientId\":\"c\",\"clientSecret\":\"s3cret\",\"grant\":\"password\"}}",
        "{}",
        "[]",
        "\"s3cret\""
      })
  void authorizationsThatCannotBeAreRefusedWithoutQuotingThem(String auth) {
    assertThatThrownBy(() -> render(CONFIG, auth, Map.of()))
        .isInstanceOf(RefusedTarget.class)
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"url\":\"https://a/\",\"body\":\"1\",\"method\":\"GET\"}                  | PATCH, POST or PUT",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"method\":\"DELETE\"}               | PATCH, POST or PUT",
        "{\"url\":\"https://a/\"}                                                    | config.body",
        "{\"body\":\"1\"}                                                            | config.url",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"headers\":{\"Authorization\":\"x\"}} | auth",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"headers\":{\"Cookie\":\"x\"}}      | auth",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"headers\":{\"Host\":\"x\"}}        | host",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"headers\":{\"Webhook-Id\":\"x\"}}  | webhook-id",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"headers\":{\"x\":\"a\\r\\nb\"}}    | config.headers.x",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"headers\":[]}                      | config.headers",
        "{\"url\":\"https://a/\",\"body\":\"1\",\"needs\":[\"data.email\"],\"x\":1}  | 'x'"
      })
  void configsThatCannotBeAreRefused(String config, String named) {
    assertThatThrownBy(() -> render(config, null, Map.of()))
        .isInstanceOf(RefusedTarget.class)
        .hasMessageContaining(named);
  }

  private static Outgoing.Request render(
      String config, @Nullable String auth, Map<String, ? extends @Nullable Object> values)
      throws Exception {
    JsonNode secret = auth == null ? null : JSON.readTree(auth);
    return (Outgoing.Request)
        new Targets(Optional.of("https://assay.example.com"))
            .of("template", null, JSON.readTree(config), secret)
            .render(Notices.stageChanged(values));
  }
}
