package dev.assay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What somebody might write into a template to get at more than the message. */
class HostileTemplateTest {

  /** Set when anything of it is called. */
  private static boolean reached;

  /** Stands for every object of the service that a template must not reach. */
  public static final class Bait implements Serializable {
    private static final long serialVersionUID = 1;

    public String getSecret() {
      reached = true;
      return "h1dden";
    }

    public String secret() {
      return getSecret();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/dev/assay/target/hostile-templates.txt",
      delimiter = '\u0001',
      quoteCharacter = '\u0002')
  void isRefusedOrGivesNothing(String template) {
    reached = false;

    Exception refusal =
        catchException(
            () ->
                Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> {
                      Map<String, Object> data = new HashMap<>();
                      data.putAll(Notices.stageChanged(Map.of()).content());
                      data.put("bait", new Bait());
                      return JsonTemplate.parse(template).render(data);
                    }));

    assertThat(reached).isFalse();
    assertThat(refusal).isInstanceOfAny(RefusedTarget.class, Unrenderable.class);
    assertThat(refusal.getMessage()).doesNotContain("h1dden").hasSizeLessThan(500);
  }

  @Test
  void deepNestingIsRefused() {
    for (String deep :
        List.of(
            "{#if data.to}".repeat(150) + "1" + "{/if}".repeat(150),
            "{" + "(".repeat(8_000) + "data.to" + ")".repeat(8_000) + "}",
            "{data.to" + " ?: data.to".repeat(1_400) + "}",
            "{data" + ".to".repeat(5_000) + "}",
            "[".repeat(8_000) + "]".repeat(8_000))) {
      assertThat(catchException(() -> render(deep)))
          .as(deep.substring(0, 20))
          .satisfiesAnyOf(
              refusal -> assertThat(refusal).isInstanceOf(RefusedTarget.class),
              refusal -> assertThat(refusal).isInstanceOf(Unrenderable.class),
              refusal -> assertThat(refusal).isNull());
    }
  }

  @Test
  void loopsInLoopsEnd() {
    List<String> loops = new ArrayList<>();
    for (int depth = 0; depth < 30; depth++) {
      loops.add("{#for r" + depth + " in data.reasons}");
    }
    String bomb = "[" + String.join("", loops) + "1," + "{/for}".repeat(30) + "0]";

    Exception refusal =
        catchException(
            () -> Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> render(bomb)));

    assertThat(refusal).isInstanceOf(Unrenderable.class).hasMessageContaining("turns");
  }

  private static Object render(String template) throws Exception {
    return new ObjectMapper()
        .readTree(JsonTemplate.parse(template).render(Notices.stageChanged(Map.of()).content()));
  }
}
