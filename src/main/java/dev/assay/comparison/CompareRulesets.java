package dev.assay.comparison;

import dev.assay.ruleset.OpenRuleset;
import dev.assay.workbook.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a stored version differs from another. */
@ApplicationScoped
public class CompareRulesets {
  private final OpenRuleset open;

  CompareRulesets(OpenRuleset open) {
    this.open = open;
  }

  /** The numbers of both versions, and how they differ. */
  public record Diff(
      int ruleset, int against, Difference.Count rows, List<Difference.Table> tables) {}

  /**
   * A spreadsheet with the changes marked.
   *
   * @param name of the file
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Marked(String name, byte[] file) {}

  /**
   * How it differs from another, or from the live one where none is named.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such version, 409 if a
   *     workbook has errors
   */
  public Diff diff(int number, @Nullable Integer against) {
    int other = against == null ? open.live() : against;
    Difference difference = CompareWorkbooks.compare(open.workbook(other), open.workbook(number));
    return new Diff(number, other, difference.rows(), difference.tables());
  }

  /** The same as a spreadsheet. */
  public Marked marked(int number, @Nullable Integer against) {
    int other = against == null ? open.live() : against;
    Workbook after = open.workbook(number);
    Difference difference = CompareWorkbooks.compare(open.workbook(other), after);
    return new Marked(
        "rule-set-%d-against-%d.xlsx".formatted(number, other),
        MarkDifference.xlsx("Rule set %d against %d".formatted(number, other), difference, after));
  }
}
