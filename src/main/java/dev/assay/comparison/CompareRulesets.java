package dev.assay.comparison;

import dev.assay.engine.DrlFile;
import dev.assay.ruleset.OpenRuleset;
import dev.assay.workbook.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how a stored version differs from another. */
@ApplicationScoped
public class CompareRulesets {
  private final OpenRuleset open;

  CompareRulesets(OpenRuleset open) {
    this.open = open;
  }

  /**
   * The numbers of both versions, and how they differ.
   *
   * @param drl files of rules in DRL that differ, by name
   */
  public record Diff(
      int ruleset,
      int against,
      Difference.Count rows,
      List<Difference.Table> tables,
      List<FileChange> drl) {}

  /** A file that only one of the versions has, or that says something else in them. */
  public record FileChange(String file, Change change) {}

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
    return new Diff(
        number,
        other,
        difference.rows(),
        difference.tables(),
        files(open.drl(other), open.drl(number)));
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

  private static List<FileChange> files(List<DrlFile> before, List<DrlFile> after) {
    Map<String, String> was = sources(before);
    Map<String, String> is = sources(after);
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(was.get(name), is.get(name)))
        .map(
            name ->
                new FileChange(
                    name,
                    !was.containsKey(name)
                        ? Change.ADDED
                        : is.containsKey(name) ? Change.CHANGED : Change.REMOVED))
        .toList();
  }

  private static Map<String, String> sources(List<DrlFile> files) {
    return files.stream().collect(Collectors.toMap(DrlFile::name, DrlFile::source));
  }
}
