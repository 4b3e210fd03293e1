package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Occurrence;
import dev.assay.assessment.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries {@link Rules} on a lead: {@code given(lead, activities).expect(points)}. */
public final class Trial {
  /** The moment of assessment unless another is given. */
  public static final Instant NOW = Instant.parse("2026-05-17T08:00:00Z");

  private final RuleSet rules;

  Trial(RuleSet rules) {
    this.rules = rules;
  }

  public RuleSet rules() {
    return rules;
  }

  public Given given(Lead lead, Activities activities) {
    return new Given(lead, activities, NOW);
  }

  public Given given(Lead lead) {
    return given(lead, Activities.NONE);
  }

  public Given given(Activities activities) {
    return given(Lead.UNKNOWN, activities);
  }

  /** A lead, what it did, and when to look. */
  public final class Given {
    private final Lead lead;
    private final Activities activities;
    private final Instant asOf;

    private Given(Lead lead, Activities activities, Instant asOf) {
      this.lead = lead;
      this.activities = activities;
      this.asOf = asOf;
    }

    /** Also did this. */
    public Given and(Activities more) {
      return new Given(lead, both(activities, more), asOf);
    }

    public Given asOf(Instant moment) {
      return new Given(lead, activities, moment);
    }

    public Assessment assess() {
      return rules.assess(lead, activities, asOf);
    }

    /** Assesses, and expects this score. */
    public Assessment expect(int points) {
      Assessment assessment = assess();
      assertThat(assessment.score().total()).as(assessment::toString).isEqualTo(points);
      return assessment;
    }

    /** Assesses, and expects these traits, in alphabetical order. */
    public void expectTraits(String... traits) {
      assertThat(assess().traits())
          .extracting(Assessment.Conclusion::value)
          .containsExactly(traits);
    }

    /** Assesses, and expects this stage of a lead that was in another before. */
    public void expectStage(@Nullable String stage, @Nullable String before) {
      assertThat(rules.stages().step(assess(), before)).isEqualTo(stage);
    }
  }

  public static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  /** Something done once. The subject may be empty. */
  public static Activities did(String type, String subject, Instant at) {
    return did(type, subject, at, 1);
  }

  /** Something done several times at once. */
  public static Activities did(String type, String subject, Instant at, int times) {
    return Activities.NONE.with(Collections.nCopies(times, new Occurrence(type, subject, at)));
  }

  public static Activities both(Activities one, Activities other) {
    Activities.Builder all = new Activities.Builder();
    for (Activities each : List.of(one, other)) {
      each.forEach(all::add);
    }
    return all.build();
  }
}
