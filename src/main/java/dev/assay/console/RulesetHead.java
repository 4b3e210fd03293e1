package dev.assay.console;

import dev.assay.ruleset.CaseResult;
import dev.assay.ruleset.Figures;
import dev.assay.ruleset.Findings;
import dev.assay.ruleset.VersionDetail;
import dev.assay.ruleset.VersionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above everything that is shown of a version.
 *
 * @param tab which part is shown
 * @param live the version that is live
 * @param uploader who uploaded it, in words
 * @param wantsOther whether somebody else has to publish it
 */
record RulesetHead(
    VersionDetail detail, String tab, int live, String uploader, boolean wantsOther) {

  /** A part of what is known. */
  record Tab(String href, String title, boolean shown) {}

  public VersionSummary version() {
    return detail.summary();
  }

  public int number() {
    return version().number();
  }

  public String href() {
    return "/rules/" + number();
  }

  public @Nullable Findings findings() {
    return detail.findings();
  }

  public int errors() {
    Findings findings = findings();
    return findings == null ? 0 : findings.errors().size();
  }

  public long failing() {
    Findings findings = findings();
    return findings == null
        ? 0
        : findings.cases().stream().filter(result -> !result.passed()).count();
  }

  public List<CaseResult> cases() {
    Findings findings = findings();
    return findings == null ? List.of() : findings.cases();
  }

  /** What can be done with it now: see it live, roll back, publish, or nothing yet. */
  public String step() {
    return switch (version().state()) {
      case "live" -> "live";
      case "past" -> "rollback";
      default ->
          errors() > 0 ? "errors" : failing() > 0 ? "failing" : wantsOther ? "other" : "publish";
    };
  }

  public List<Tab> tabs() {
    Figures figures = version().figures();
    String cases = figures == null ? "Cases" : "Cases (%d)".formatted(figures.cases());
    return List.of(
        tab("", "Sheets"),
        tab("/cases", cases),
        tab("/diff", "Differences"),
        tab("/simulation", "Simulation"),
        tab("/history", "History"));
  }

  private Tab tab(String path, String title) {
    return new Tab(href() + path, title, tab.equals(path));
  }
}
