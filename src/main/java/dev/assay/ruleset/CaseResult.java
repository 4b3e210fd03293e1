package dev.assay.ruleset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules made of an example lead.
 *
 * @param cell where the example stands
 * @param expected values by name, such as {@code score}; {@code -} means none
 * @param got what came out under these names; empty when a rule failed
 * @param differences in words; empty when the case passes
 * @param explanation what the score is made of, null when the case passes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseResult(
    String name,
    String sheet,
    String cell,
    Map<String, String> expected,
    Map<String, String> got,
    List<String> differences,
    @Nullable String explanation) {

  public CaseResult {
    expected = Collections.unmodifiableMap(new TreeMap<>(expected));
    got = Collections.unmodifiableMap(new TreeMap<>(got));
    differences = List.copyOf(differences);
  }

  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public boolean passed() {
    return differences.isEmpty();
  }

  @Override
  public String toString() {
    return "Case %s (%s!%s): %s%s"
        .formatted(
            name,
            sheet,
            cell,
            String.join("; ", differences),
            explanation == null ? "" : "; " + explanation);
  }
}
