package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scoring.step.Profiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointFilterTest {

  private static final String KIM =
      """
      {"title":"VP of Sales","employees":200,"region":"EMEA","country":"DE","budget":1000.5,
       "technologies":["Java","SAP"],"doNotContact":false,
       "attributes":{"plan":"Pro, yearly","seats":12,"vip":true}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"field":"employees","is":">=","value":200}                        | true
          {"field":"employees","is":">","value":200}                         | false
          {"field":"employees","is":"<","value":200.5}                       | true
          {"field":"employees","is":"==","value":200}                        | true
          {"field":"revenue","is":"!=","value":1}                            | false
          {"field":"title","is":"hasWord","value":"vp"}                      | true
          {"field":"title","is":"is","value":"vp OF sales"}                  | true
          {"field":"title","is":"isNot","value":"VP of Sales"}               | false
          {"field":"title","is":"startsWith","value":["CEO","VP"]}           | true
          {"field":"phone","is":"notIn","value":["1"]}                       | false
          {"field":"country","is":"in","value":["FR","de"]}                  | true
          {"field":"technologies","is":"in","value":["sap"]}                 | true
          {"field":"technologies","is":"containsNone","value":["java"]}      | false
          {"field":"doNotContact","is":"==","value":false}                   | true
          {"field":"doNotContact","is":"!=","value":false}                   | false
          {"field":"budget","is":"present"}                                  | true
          {"field":"phone","is":"absent"}                                    | true
          {"field":"attributes.plan","is":"is","value":"pro, yearly"}        | true
          {"field":"attributes.seats","is":">","value":11}                   | true
          {"field":"attributes.vip","is":"==","value":true}                  | true
          {"field":"attributes.seats","is":"present"}                        | true
          {"field":"attributes.other","is":"present"}                        | false
          {"field":"attributes.plan","is":">","value":1}                     | false
          """)
  void aConditionAsksTheProfile(String condition, boolean holds) throws Exception {
    EndpointFilter filter = read("{\"lead\":[" + condition + "]}");

    assertThat(filter.lead().get(0).condition().holds(Profiles.lead(KIM))).isEqualTo(holds);
    assertThat(EndpointFilter.parse(filter.toJson())).isEqualTo(filter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          []                                                                 | must be a JSON object
          "stages"                                                           | must be a JSON object
          {"stage":["SQL"]}                                                  | has no 'stage'; expected some of stages
          {"stages":"SQL"}                                                   | must have as stages a list
          {"bands":[1]}                                                      | must have as bands a list
          {"owners":[null]}                                                  | must have as owners a list
          {"regions":[" "]}                                                  | of 1 to 200 characters
          {"regions":["a\\u0000b"]}                                          | of 1 to 200 characters
          {"regions":["\\ud800"]}                                            | of 1 to 200 characters
          {"lead":{}}                                                        | a list of at most 20 conditions
          {"lead":["employees > 1"]}                                         | lead[0] must be such as
          {"lead":[{"field":"employees"}]}                                   | lead[0] must be such as
          {"lead":[{"field":"employees","is":">","value":1,"or":2}]}         | lead[0] has no 'or'
          {"lead":[{"field":"employes","is":">","value":1}]}                 | 'employes' is no field of a lead
          {"lead":[{"field":"employees","is":">","value":"1"}]}              | must be compared with a number
          {"lead":[{"field":"employees","is":">","value":1e999}]}            | must be compared with a number
          {"lead":[{"field":"employees","is":"is","value":1}]}               | cannot be compared by 'is'; expected one of ==
          {"lead":[{"field":"employees","is":">"}]}                          | needs a value
          {"lead":[{"field":"employees","is":">","value":null}]}             | needs a value
          {"lead":[{"field":"title","is":"==","value":"x"}]}                 | cannot be compared by '=='; expected one of is
          {"lead":[{"field":"title","is":"matches","value":"(a+)+$"}]}       | cannot be compared by 'matches'
          {"lead":[{"field":"title","is":"is","value":["a"]}]}               | must be compared with a text
          {"lead":[{"field":"title","is":"in","value":[]}]}                  | 1 to 100 texts
          {"lead":[{"field":"title","is":"in","value":[["a"]]}]}             | compared with texts of
          {"lead":[{"field":"title","is":"present","value":1}]}              | takes no value
          {"lead":[{"field":"doNotContact","is":">","value":true}]}          | expected one of == !=
          {"lead":[{"field":"attributes.","is":"present"}]}                  | names no attribute
          {"lead":[{"field":"attributes.a'; drop","is":"present"}]}          | names no attribute
          {"lead":[{"field":"getClass().forName","is":"present"}]}           | is no field of a lead
          """)
  void whatIsNotUnderstoodIsRefused(String filter, String why) {
    assertThatThrownBy(() -> read(filter)).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"stages, 100", "stages, 101", "lead, 20", "lead, 21"})
  void aFilterHasLimits(String of, int number) throws Exception {
    String one = of.equals("lead") ? "{\"field\":\"email\",\"is\":\"present\"}" : "\"x\"";
    String filter = "{\"%s\":[%s%s]}".formatted(of, (one + ",").repeat(number - 1), one);

    if (number % 10 == 0) {
      read(filter);
    } else {
      assertThatThrownBy(() -> read(filter)).hasMessageContaining("at most " + (number - 1));
    }
  }

  private static EndpointFilter read(String json) throws Exception {
    return new ObjectMapper().readValue(json, EndpointFilter.class);
  }
}
