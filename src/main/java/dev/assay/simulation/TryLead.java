package dev.assay.simulation;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Position;
import dev.assay.assessment.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tries two rule sets on one lead, by the law that batches follow. */
final class TryLead {
  private final RuleSet live;
  private final RuleSet draft;
  private final Scope scope;
  private final Instant now;

  TryLead(RuleSet live, RuleSet draft, Scope scope, Instant now) {
    this.live = live;
    this.draft = draft;
    this.scope = scope;
    this.now = now;
  }

  Trial of(SimulatedLead lead) {
    if (scope.from() != null && scope.to() != null) {
      Played before = replay(live, lead, scope.from(), scope.to());
      Played after = replay(draft, lead, scope.from(), scope.to());
      return new Trial(lead, before.end(), after.end(), before.moves(), after.moves());
    }
    Instant asOf = scope.asOf() != null ? scope.asOf() : lead.activities().asOf(now);
    Standing after = stand(draft, lead, asOf, lead.position());
    Standing before;
    if (scope.asOf() != null) {
      before = stand(live, lead, asOf, lead.position());
    } else if (lead.current() && same(lead.last(), after)) {
      // The law would give again what is stored; only where reasons are wanted is it asked.
      before = lead.last();
    } else {
      before = stand(live, lead, asOf, lead.position()).withPointsOnly();
    }
    return new Trial(lead, before, after, List.of(), List.of());
  }

  private static boolean same(Standing last, Standing after) {
    return Objects.equals(last.position().stage(), after.position().stage());
  }

  private static Standing stand(RuleSet rules, SimulatedLead lead, Instant asOf, Position from) {
    try {
      Assessment assessment = rules.assess(lead.profile().at(asOf), lead.activities(), asOf);
      return Standing.of(assessment, from.next(rules.stages(), assessment));
    } catch (RuntimeException failure) {
      return lead.last().failed(from, Objects.requireNonNullElse(failure.getMessage(), ""));
    }
  }

  private record Played(Standing end, List<Move> moves) {}

  /**
   * Lives through a period. Its first assessment is at its beginning and makes no move: it is what
   * putting the rules live then would have done. Each assessment names the next moment that can
   * change it, be it an event or the passing of time.
   */
  private static Played replay(RuleSet rules, SimulatedLead lead, Instant from, Instant to) {
    List<Move> moves = new ArrayList<>();
    Standing standing = stand(rules, lead, from, lead.position());
    Instant next = next(standing, lead, from);
    while (next != null && !next.isAfter(to)) {
      String left = standing.position().stage();
      standing = stand(rules, lead, next, standing.position());
      String reached = standing.position().stage();
      if (!Objects.equals(left, reached)) {
        moves.add(new Move(next, left, reached));
      }
      next = next(standing, lead, next);
    }
    return new Played(standing, moves);
  }

  private static @Nullable Instant next(Standing standing, SimulatedLead lead, Instant at) {
    Assessment assessment = standing.assessment();
    if (assessment == null) {
      return null;
    }
    Instant review = assessment.nextReviewAt();
    Instant said = lead.profile().nextAfter(at);
    return review == null || (said != null && said.isBefore(review)) ? said : review;
  }
}
