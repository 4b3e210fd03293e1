package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.scoring.step.RuleTimeline;
import dev.assay.scoring.step.RulesInForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All publications up to the newest of which this process has heard. The rules of the newest are
 * ready; earlier ones are opened when a lead has not caught up with them yet. One that cannot be
 * opened any more is passed over.
 */
final class PublishedRules implements RuleTimeline {
  private static final Logger LOG = Logger.getLogger(PublishedRules.class);

  private final RulesInForce latest;
  private final NavigableMap<Integer, Publication> all = new TreeMap<>();
  private final RulesetCache cache;

  /**
   * The publications.
   *
   * @param newest the last of them
   */
  PublishedRules(
      List<Publication> publications, Publication newest, RuleSet rules, RulesetCache cache) {
    publications.stream()
        .filter(one -> one.sequence() < newest.sequence())
        .forEach(one -> all.put(one.sequence(), one));
    this.latest =
        new RulesInForce(newest.sequence(), newest.publishedAt(), newest.announce(), rules);
    this.cache = cache;
  }

  @Override
  public RulesInForce latest() {
    return latest;
  }

  @Override
  public RulesInForce at(Instant moment) {
    if (!moment.isBefore(latest.since()) || all.isEmpty()) {
      return latest;
    }
    for (Publication one : all.descendingMap().values()) {
      RulesInForce found = moment.isBefore(one.publishedAt()) ? null : open(one);
      if (found != null) {
        return found;
      }
    }
    RulesInForce first = after(0);
    return first == null ? latest : first;
  }

  @Override
  public @Nullable RulesInForce after(int publication) {
    for (Map.Entry<Integer, Publication> next : all.tailMap(publication, false).entrySet()) {
      RulesInForce found = open(next.getValue());
      if (found != null) {
        return found;
      }
    }
    return publication < latest.publication() ? latest : null;
  }

  private @Nullable RulesInForce open(Publication one) {
    if (one.ruleset() == latest.rules().number()) {
      return new RulesInForce(one.sequence(), one.publishedAt(), one.announce(), latest.rules());
    }
    try {
      return new RulesInForce(
          one.sequence(), one.publishedAt(), one.announce(), cache.open(one.ruleset()));
    } catch (RuntimeException | LinkageError gone) {
      LOG.errorf(gone, "Rule set %d cannot be opened any more; passed over", one.ruleset());
      return null;
    }
  }
}
