package dev.assay.scoring.step;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Assessment.Conclusion;
import dev.assay.assessment.Assessment.Qualified;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.Score;
import dev.assay.assessment.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Rules written in plain Java, so that the step is tested without a rule engine: so many points for
 * each occurrence of the last {@code days} days, ten for a title; MQL from 20 points, held down to
 * 10; SQL from 40; in MQL and above the lead goes to the owner.
 */
record PlainRules(int number, int points, int days, String owner) implements RuleSet {
  static final Stages STAGES =
      new Stages(List.of(new Stages.Stage("MQL", 10), new Stages.Stage("SQL", null)));

  @Override
  public Stages stages() {
    return STAGES;
  }

  @Override
  public Assessment assess(Lead lead, Activities activities, Instant asOf) {
    if ("Boom".equals(lead.lastName())) {
      throw new IllegalStateException("boom");
    }
    long now = asOf.toEpochMilli();
    long window = Duration.ofDays(days).toMillis();
    Moments seen = new Moments(now, window);
    activities.forEach((type, subject, times) -> seen.add(times));
    int fit = lead.title() == null ? 0 : 10;
    int engagement = points * seen.counted;
    int total = fit + engagement;
    RuleSource rule = RuleSource.drl("Plain", "plain.drl", 1);
    List<Qualified> qualified =
        total >= 40
            ? List.of(new Qualified("SQL", null, rule))
            : total >= 20 ? List.of(new Qualified("MQL", 10, rule)) : List.of();
    return new Assessment(
        asOf,
        number,
        new Score(total, fit, engagement),
        new Conclusion(fit > 0 ? "A" : "D", rule),
        new Conclusion(total >= 30 ? "hot" : "cold", rule),
        qualified,
        List.of(),
        new Conclusion(owner, rule),
        List.of(),
        List.of(),
        seen.next == Long.MAX_VALUE ? null : Instant.ofEpochMilli(seen.next));
  }

  private static final class Moments {
    private final long now;
    private final long window;
    private int counted;
    private long next = Long.MAX_VALUE;

    private Moments(long now, long window) {
      this.now = now;
      this.window = window;
    }

    private void add(long[] times) {
      for (long at : times) {
        if (at > now) {
          next = Math.min(next, at);
        } else if (at + window > now) {
          counted++;
          next = Math.min(next, at + window);
        }
      }
    }
  }
}
