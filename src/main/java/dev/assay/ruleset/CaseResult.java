package dev.assay.ruleset;

import dev.assay.workbook.Case;
import java.util.List;

/**
 * What the rules made of an example lead.
 *
 * @param differences in words; empty when the case passes
 */
public record CaseResult(Case example, List<String> differences) {

  public CaseResult {
    differences = List.copyOf(differences);
  }

  public boolean passed() {
    return differences.isEmpty();
  }
}
