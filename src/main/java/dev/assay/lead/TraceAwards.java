package dev.assay.lead;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.RuleFailure;
import dev.assay.ruleset.RulesetCache;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says which awards made a change of score. They are not stored: the lead is assessed again as of
 * the change and as of the one before, by the rules of then and from what was known then. Only
 * where both give just what was recorded is anything said; after a merge, for one, it is not so,
 * because what was the other's counts as if it had always been the lead's.
 */
@ApplicationScoped
class TraceAwards {
  /** Versions of rules that are opened for one page; of changes by older ones nothing is said. */
  private static final int MOST_VERSIONS = RulesetCache.MAX_KEPT;

  private final AgroalDataSource database;
  private final ScoreHistory scores;
  private final EarlierRules rules;

  TraceAwards(AgroalDataSource database, ScoreHistory scores, EarlierRules rules) {
    this.database = database;
    this.scores = scores;
    this.rules = rules;
  }

  /**
   * Traces changes of a lead's score.
   *
   * @param numbers of the changes
   * @return by number, of those that can be told
   */
  Map<Integer, AwardChanges> of(StoredLead lead, Collection<Integer> numbers) throws SQLException {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Set<Integer> both = new TreeSet<>(numbers);
    numbers.forEach(number -> both.add(number - 1));
    both.remove(0);
    List<ScoreHistory.Change> recorded;
    KnownThen known;
    try (Connection connection = database.getConnection()) {
      recorded = scores.numbered(connection, lead.lead(), both);
      List<Instant> times = recorded.stream().map(ScoreHistory.Change::at).sorted().toList();
      if (times.isEmpty()) {
        return Map.of();
      }
      known = KnownThen.between(connection, lead, times.get(0), times.get(times.size() - 1));
    }
    Map<Integer, Assessment> again = assess(recorded, known);
    Map<Integer, AwardChanges> traced = new HashMap<>();
    for (int number : numbers) {
      Assessment after = again.get(number);
      Assessment before = again.get(number - 1);
      if (after != null && (before != null || number == 1)) {
        traced.put(number, AwardChanges.between(before, after));
      }
    }
    return traced;
  }

  private Map<Integer, Assessment> assess(List<ScoreHistory.Change> newestFirst, KnownThen known) {
    Map<Integer, Assessment> again = new HashMap<>();
    Set<Integer> versions = new HashSet<>();
    for (ScoreHistory.Change change : newestFirst) {
      versions.add(change.ruleset());
      if (versions.size() > MOST_VERSIONS) {
        break;
      }
      Assessment assessment = known.tells(change.at()) ? assess(known, change) : null;
      if (assessment != null && change.is(assessment)) {
        again.put(change.sequence(), assessment);
      }
    }
    return again;
  }

  private @Nullable Assessment assess(KnownThen known, ScoreHistory.Change change) {
    try {
      return rules
          .open(change.ruleset())
          .assess(known.lead(change.at()), known.activities(change.at()), change.at());
    } catch (RuleFailure | HttpProblem cannot) {
      return null; // a rule that fails on this lead now, or a version that is no longer there
    }
  }
}
