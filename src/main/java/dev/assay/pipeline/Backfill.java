package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.LeadKey;
import dev.assay.scoring.step.RuleTimeline;
import dev.assay.scoring.step.RulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Writes what leads did in the past as if each piece of it had come in at its own moment, by the
 * rules that are live now. Nobody is told of it.
 */
@ApplicationScoped
public class Backfill {
  private static final Announcer NOBODY =
      asked ->
          (connection, changes) ->
              new Announcer.Announced(Collections.nCopies(changes.size(), 0), false);

  private final CurrentRules rules;
  private final Clock clock;

  Backfill(CurrentRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Something that is said of a lead.
   *
   * @param at the moment at which it counts as received
   */
  public record Told(Instant at, Work work) {}

  /**
   * Writes it in the caller's transaction.
   *
   * @param told in the order of its moments
   * @param until the moment up to which what falls due of these leads is done, too
   */
  public void write(Connection connection, List<Told> told, Collection<String> leads, Instant until)
      throws SQLException {
    RulesInForce live = rules.timeline().latest();
    RuleTimeline always = RuleTimeline.always(live.publication(), live.rules());
    List<Received> work = new ArrayList<>();
    told.forEach(one -> work.add(Received.alone(one.work(), one.at())));
    leads.forEach(
        lead -> work.add(Received.alone(new Work.Reassess(new LeadKey.Known(lead)), until)));
    Gathered gathered =
        new Gather(connection, rules, rules.timeline(), clock.instant(), work)
            .gather(NOBODY, false);
    RoundTrip last = new RoundTrip();
    WriteStepped.write(connection, StepLeads.step(gathered, always), last);
    last.run(connection);
  }
}
