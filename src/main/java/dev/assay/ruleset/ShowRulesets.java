package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells about stored versions. */
@ApplicationScoped
public class ShowRulesets {
  private final RulesetVersions versions;
  private final Publications publications;

  ShowRulesets(RulesetVersions versions, Publications publications) {
    this.versions = versions;
    this.publications = publications;
  }

  /** A page, newest first; {@code from} is the highest number on it. */
  public List<VersionSummary> page(int from, int limit) {
    return versions.page(from, limit);
  }

  /** What went live of late, newest first. */
  public List<PublicationView> published(int limit) {
    return publications.latest(limit).stream().map(Publication::view).toList();
  }

  /** Everything about one. */
  public VersionDetail detail(int number) {
    RulesetVersion version = OpenRuleset.known(versions.findById(number), number);
    return new VersionDetail(
        versions.page(number, 1).get(0),
        version.drl.stream().map(DrlFile::name).toList(),
        version.findings,
        publications.of(number).stream().map(Publication::view).toList());
  }
}
