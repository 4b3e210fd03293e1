package dev.assay.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| \\[(.+)]\\((.+)\\) \\| (\\S.*) \\|$");
  private static final Pattern UNUSED = Pattern.compile("(?m)^\\| (\\d+) \\| not used \\| \\|$");
  private static final Pattern NUMBER = Pattern.compile("(?m)^\\| (\\d+) \\|");

  @Test
  void theIndexListsEveryDecisionUnderItsTitle() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Map.Entry<Integer, Path> decision : Decisions.files().entrySet()) {
      String heading = Files.readAllLines(decision.getValue()).get(0);
      assertThat(heading).startsWith("# %d. ".formatted(decision.getKey()));
      expected.add(
          "%d %s %s"
              .formatted(
                  decision.getKey(),
                  heading.split("\\. ", 2)[1],
                  decision.getValue().getFileName()));
    }

    assertThat(
            ROW.matcher(index())
                .results()
                .map(row -> "%s %s %s".formatted(row.group(1), row.group(2), row.group(3))))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void theIndexAccountsForEveryNumberInTurn() throws IOException {
    int highest = Decisions.files().lastKey();

    assertThat(NUMBER.matcher(index()).results().map(row -> Integer.valueOf(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, highest).boxed().toList());
    Set<Integer> unused =
        UNUSED
            .matcher(index())
            .results()
            .map(row -> Integer.valueOf(row.group(1)))
            .collect(toSet());
    assertThat(unused).doesNotContainAnyElementsOf(Decisions.files().keySet());
    assertThat(unused.size() + Decisions.files().size()).isEqualTo(highest);
  }

  private static String index() throws IOException {
    return Files.readString(Decisions.INDEX);
  }
}
