package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Tells about stored versions. */
@ApplicationScoped
public class ShowRulesets {
  private final RulesetVersions versions;
  private final VersionSummaries summaries;
  private final Publications publications;

  ShowRulesets(RulesetVersions versions, VersionSummaries summaries, Publications publications) {
    this.versions = versions;
    this.summaries = summaries;
    this.publications = publications;
  }

  /** A page, newest first; {@code from} is the highest number on it. */
  public List<VersionSummary> page(int from, int limit) throws SQLException {
    return summaries.page(from, limit);
  }

  /** What went live of late, newest first. */
  public List<PublicationView> published(int limit) throws SQLException {
    return publications.latest(limit).stream().map(Publication::view).toList();
  }

  /** Everything about one. */
  public VersionDetail detail(int number) throws SQLException {
    RulesetVersion version = OpenRuleset.known(versions.find(number), number);
    return new VersionDetail(
        summaries.page(number, 1).get(0),
        version.drl().stream().map(DrlFile::name).toList(),
        versions.findings(number),
        publications.of(number).stream().map(Publication::view).toList());
  }
}
