package dev.assay.engine;

import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Assessment.Conclusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesReadmeTest {

  @Test
  void showsDrlThatDoesWhatItSays() throws IOException {
    String example =
        Files.readAllLines(Path.of("rules", "README.md")).stream()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    Trial trial =
        rules().file("example.drl", example).group("Intent", "engagement", null, null).trial();

    Assessment called = trial.given(did("call", "", daysAgo(0), 3)).expect(10);

    assertThat(called.traits()).extracting(Conclusion::value).containsExactly("eager");
  }

  @Test
  void tellsHowToMeanNoSubjectAtAll() {
    Trial trial =
        rules()
            .drl(
                """
                rule "any page" when Activity(type == "page_view", quietFor(30)) then
                  scorecard.award(-1);
                end
                rule "no page" when Activity(type == "page_view", subject == null, quietFor(30)) then
                  scorecard.award(-10);
                end
                """)
            .trial();

    trial
        .given(did("page_view", "/a", daysAgo(30)))
        .and(did("page_view", "/b", daysAgo(1)))
        .expect(-1);
  }
}
