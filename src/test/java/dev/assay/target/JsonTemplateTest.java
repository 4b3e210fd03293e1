package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTemplateTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"{data.firstName} {data.lastName}\"} | {\"name\":\"Ada Lovelace\"}",
        "{\"name\":{data.firstName}}                     | {\"name\":\"Ada\"}",
        "{\"score\":{data.score}}                        | {\"score\":112}",
        "{\"score\":\"{data.score} points\"}             | {\"score\":\"112 points\"}",
        "{\"cause\":{data.cause.type}}                   | {\"cause\":\"page_view\"}",
        "{\"nobody\":{data.nobody}}                      | {\"nobody\":null}",
        "{\"nobody\":\"<{data.nobody}>\"}                | {\"nobody\":\"<>\"}",
        "{\"nobody\":\"{data.nobody ?: 'you'}\"}         | {\"nobody\":\"you\"}",
        "{\"is\":{#if data.to == 'SQL'}1{#else}0{/if}}   | {\"is\":1}",
        "{\"is\":{#if data.score gt 200}1{#else}0{/if}}  | {\"is\":0}",
        "{\"is\":{#if data.nobody == null}1{#else}0{/if}} | {\"is\":1}",
        "{\"is\":{#if !data.nobody}1{#else}0{/if}}       | {\"is\":1}",
        "{\"is\":{#if data.nobody}1{#else}0{/if}}        | {\"is\":0}",
        "[{#for r in data.reasons}\"{r.reason}\"{#if r_hasNext},{/if}{/for}] | [\"Asked for a demo\",\"Works at an agency\"]",
        "[{#for r in data.reasons}{r_count},{/for}0]     | [1,2,0]",
        "[{#for r in data.none}{r},{/for}0]              | [0]",
        "{\"all\":{data.reasons}} | {\"all\":[{\"points\":30,\"reason\":\"Asked for a demo\",\"rule\":\"Engagement!11\"},{\"points\":-5,\"reason\":\"Works at an agency\",\"rule\":\"Negative!9\"}]}",
      })
  void valuesStandWhereTheTemplateSays(String template, String expected) throws Exception {
    assertThat(render(template, values())).isEqualTo(expected);
  }

  @Test
  void noTextChangesTheStructure() throws Exception {
    JsonTemplate template =
        JsonTemplate.parse(
            """
        {"quoted":"<{data.evil}>","bare":{data.evil},"list":[{data.evil},"{data.evil}"],
         "loop":[{#for e in data.evils}"{e}"{#if e_hasNext},{/if}{/for}]}
        """);
    for (String evil : hostileTexts()) {
      Map<String, @Nullable Object> values = new HashMap<>(Map.of("evil", evil));
      values.put("evils", List.of(evil, evil));

      JsonNode body = JSON.readTree(template.render(Notices.stageChanged(values).content()));

      List<String> names = new ArrayList<>();
      body.fieldNames().forEachRemaining(names::add);
      assertThat(names).containsExactly("quoted", "bare", "list", "loop");
      assertThat(body.get("quoted").textValue()).isEqualTo("<" + evil + ">");
      assertThat(body.get("bare").textValue()).isEqualTo(evil);
      assertThat(body.get("list")).extracting(JsonNode::textValue).containsExactly(evil, evil);
      assertThat(body.get("loop")).extracting(JsonNode::textValue).containsExactly(evil, evil);
    }
  }

  @Test
  void aTemplateIsTakenUpToItsLongest() throws Exception {
    String longest = "\"" + "a".repeat(PlainTemplates.LONGEST_TEMPLATE - 2) + "\"";

    assertThat(render(longest, values())).isEqualTo(longest);
    assertThatThrownBy(() -> JsonTemplate.parse(longest + " "))
        .isInstanceOf(RefusedTarget.class)
        .hasMessageContaining("16385");
  }

  @Test
  void whatComesOfItIsSentUpToItsLongest() throws Exception {
    String text = "é".repeat((PlainTemplates.LONGEST_OUTPUT - 2) / 2);

    assertThat(render("{data.text}", Map.of("text", text))).isEqualTo("\"" + text + "\"");
    assertThatThrownBy(() -> render("{data.text}", Map.of("text", text + "a")))
        .isInstanceOf(Unrenderable.class)
        .hasMessageContaining("65536 bytes");
  }

  @Test
  void loopsTakeAThousandTurnsInAll() throws Exception {
    String template = "[{#for a in data.list}{a},{/for}0]";

    assertThat(render(template, Map.of("list", Collections.nCopies(1_000, 1)))).hasSize(2_003);
    assertThatThrownBy(() -> render(template, Map.of("list", Collections.nCopies(1_001, 1))))
        .isInstanceOf(Unrenderable.class)
        .hasMessageContaining("turns");
  }

  private static String render(String template, Map<String, ? extends @Nullable Object> values)
      throws RefusedTarget, Unrenderable {
    return JsonTemplate.parse(template).render(Notices.stageChanged(values).content());
  }

  private static Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("nobody", null);
    values.put("none", List.of());
    return values;
  }

  private static List<String> hostileTexts() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "",
                "1",
                "true",
                "null",
                "1,2",
                "1,\"admin\":true",
                "\"",
                "\\",
                "\\\"",
                "\"}",
                "]}",
                "{data.score}",
                "{#for x in y}",
                "{|",
                "|}",
                "{!",
                "\n",
                "\u0000",
                "\u2028",
                "é",
                "😀",
                "\uE000",
                "\uE001",
                "\uE001,\uE000",
                "\uE000\"x\"\uE001",
                "\\u0022",
                "/*",
                "</script>"));
    Random random = new Random(5);
    String letters = "\"\\{}[]:,u0\uE000\uE001é😀 \n1tn";
    for (int text = 0; text < 500; text++) {
      StringBuilder any = new StringBuilder();
      int length = random.nextInt(12);
      for (int at = 0; at < length; at++) {
        any.appendCodePoint(
            letters.codePoints().toArray()[random.nextInt((int) letters.codePoints().count())]);
      }
      texts.add(any.toString());
    }
    return texts;
  }
}
