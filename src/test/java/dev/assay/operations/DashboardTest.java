package dev.assay.operations;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The dashboard asks for no metric that is not on the page of metrics, and leaves out none of ours.
 * {@link MetricsTest} holds the page to what the service gives.
 */
class DashboardTest {
  private static final Pattern METRIC = Pattern.compile("[a-z]+(?:_[a-z]+)+(?=\\{)");
  private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}");
  private static final Set<String> FUNCTIONS =
      Set.of("sum", "max", "by", "rate", "increase", "histogram_quantile");

  @Test
  void everyQueryIsOfMetricsThatThereAre() throws Exception {
    List<String> queries = queries();
    assertThat(queries).hasSizeGreaterThan(15);

    Set<String> asked =
        queries.stream()
            .flatMap(query -> METRIC.matcher(query).results().map(MatchResult::group))
            .collect(toSet());

    assertThat(MetricsPage.names()).containsAll(asked);
    assertThat(MetricsPage.names().stream().filter(name -> name.startsWith("assay_")))
        .allMatch(name -> asked.stream().anyMatch(one -> family(one).equals(family(name))));
  }

  @Test
  void everyQueryIsOfTheChosenJobAndOtherwisePromQl() throws Exception {
    for (String query : queries()) {
      assertThat(SELECTOR.matcher(query).results().map(MatchResult::group))
          .describedAs(query)
          .isNotEmpty()
          .allMatch(selector -> selector.startsWith("{job=\"$job\""));
      assertThat(query.chars().filter(c -> c == '(').count())
          .describedAs(query)
          .isEqualTo(query.chars().filter(c -> c == ')').count());
      String rest = query.replaceAll("[a-z_]+\\{[^}]*}|\\[[^]]*]|by \\([a-z, ]*\\)", "");
      assertThat(Pattern.compile("[a-z_]+").matcher(rest).results().map(MatchResult::group))
          .describedAs(query)
          .allMatch(FUNCTIONS::contains);
    }
  }

  private static String family(String name) {
    return name.replaceFirst("_(count|sum|max|bucket)$", "");
  }

  private static List<String> queries() throws Exception {
    JsonNode dashboard =
        new ObjectMapper().readTree(Path.of("kubernetes/grafana/assay.json").toFile());
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : dashboard.required("panels")) {
      panel.required("targets").forEach(target -> queries.add(target.required("expr").asText()));
    }
    return queries;
  }
}
