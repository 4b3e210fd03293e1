package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

  @Test
  void valuesAreEncodedInPathAndQuery() throws Exception {
    assertThat(
            render(
                "https://crm.example.com/leads/{data.x}?q={data.x}&who={data.firstName}",
                "a/b?c=d&e#f g+é%2f@:\"\\"))
        .isEqualTo(
            "https://crm.example.com/leads/a%2Fb%3Fc%3Dd%26e%23f%20g%2B%C3%A9%252f%40%3A%22%5C"
                + "?q=a%2Fb%3Fc%3Dd%26e%23f%20g%2B%C3%A9%252f%40%3A%22%5C&who=Ada");
  }

  @Test
  void noValueLeavesItsPlace() throws Exception {
    for (String evil :
        List.of(
            "@evil.com",
            "/../../admin",
            "//evil.com/",
            "\\evil",
            "x#",
            "?a=b",
            "\r\nHost: evil",
            "%2e%2e")) {
      URI uri = URI.create(render("https://crm.example.com/a/{data.x}/b?c={data.x}", evil));

      assertThat(uri.getHost()).isEqualTo("crm.example.com");
      assertThat(uri.getRawPath().split("/")).hasSize(4).endsWith("b");
      assertThat(uri.getRawQuery()).doesNotContain("&");
      assertThat(uri.getRawFragment()).isNull();
    }
  }

  @Test
  void valuesThatLeadUpwardsOrNowhereAreRefused() {
    for (String evil : List.of("..", ".")) {
      assertThatThrownBy(() -> render("https://crm.example.com/a/{data.x}", evil))
          .isInstanceOf(Unrenderable.class)
          .hasMessageContaining("'..'");
      assertThatThrownBy(() -> render("https://crm.example.com/a/{data.x}/b?c=d", evil))
          .isInstanceOf(Unrenderable.class);
    }
    assertThatThrownBy(() -> render("https://crm.example.com/a/{data.x}", null))
        .isInstanceOf(Unrenderable.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> render("https://crm.example.com/a/.{data.x}", "."))
        .isInstanceOf(Unrenderable.class);
  }

  @Test
  void anEmptyParameterIsSent() throws Exception {
    assertThat(render("https://crm.example.com/?a={data.x}", null))
        .isEqualTo("https://crm.example.com/?a=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://{data.lead}/x",
        "https://{data.lead}.example.com/x",
        "https://example.com{data.lead}",
        "https://example.com:{data.score}/",
        "{data.lead}://example.com/",
        "{data.lead}",
        "https:{data.lead}",
        "https://\\{data.lead}/",
        "https://example.com\\{data.lead}",
        "https://example.com#{data.lead}",
        "https://example.com/{#if data.lead}x{/if}",
        "https://example.com/{|x|}",
        "https://example.com/{!x!}",
        "https://example.com/{data.lead",
        "ftp://example.com/{data.lead}",
        "https:///{data.lead}",
        "//example.com/{data.lead}",
        "https://exa mple.com/{data.lead}"
      })
  void schemeHostAndPortAreFixed(String url) {
    assertThatThrownBy(() -> UrlTemplate.parse(url)).isInstanceOf(RefusedTarget.class);
  }

  private static String render(String template, @Nullable String value) throws Exception {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("x", value);
    return UrlTemplate.parse(template).render(Notices.stageChanged(values).content());
  }
}
