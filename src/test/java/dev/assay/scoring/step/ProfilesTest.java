package dev.assay.scoring.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.assessment.Lead;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

  /** The examples of RFC 7396, appendix A, so far as the outcome is an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"a":"b"} | {"a":"c"} | {"a":"c"}
          {"a":"b"} | {"b":"c"} | {"a":"b","b":"c"}
          {"a":"b"} | {"a":null} | {}
          {"a":"b","b":"c"} | {"a":null} | {"b":"c"}
          {"a":["b"]} | {"a":"c"} | {"a":"c"}
          {"a":"c"} | {"a":["b"]} | {"a":["b"]}
          {"a":{"b":"c"}} | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
          {"a":[{"b":"c"}]} | {"a":[1]} | {"a":[1]}
          {"e":null} | {"a":1} | {"e":null,"a":1}
          {} | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
          {"a":"foo"} | ["c"] | ["c"]
          """)
  void patchesMerge(String profile, String patch, String merged) {
    assertThat(Profiles.merge(profile, patch)).isEqualTo(merged);
  }

  @Test
  void aPatchDoesNotChangeWhatItIsAppliedTo() throws Exception {
    var patch = new ObjectMapper().readTree("{\"title\":\"VP\",\"phone\":null}");

    assertThat(Profiles.lead(patch).title()).isEqualTo("VP");
    assertThat(patch.has("phone")).isTrue();
  }

  @Test
  void rulesSeeWhatIsKnownAndNoMore() {
    assertThat(Profiles.lead("{}")).isSameAs(Lead.UNKNOWN);
    assertThat(Profiles.lead("{\"title\":\"VP\",\"shoe\":44}").title()).isEqualTo("VP");
    assertThatThrownBy(() -> Profiles.lead("{\"title\"")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anAddressIsOneWhateverItsCase() {
    assertThat(Profiles.email("{\"email\":\"Anna@Example.org\"}")).isEqualTo("anna@example.org");
    assertThat(Profiles.email("{\"email\":null}")).isNull();
    assertThat(Profiles.email("{}")).isNull();
    assertThat(Profiles.withEmail("anna@example.org"))
        .isEqualTo("{\"email\":\"anna@example.org\"}");
  }

  @Test
  void theOrderOfMembersMeansNothing() {
    assertThat(Profiles.same("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}")).isTrue();
    assertThat(Profiles.same("{\"a\":1}", "{\"a\":2}")).isFalse();
  }
}
