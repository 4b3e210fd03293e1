package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.RuleSource;
import dev.assay.simulation.RowFigures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StalenessTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  private final Staleness ninetyDays = new Staleness(NOW, 90);

  @Test
  void aRuleIsStaleOnceNothingThatItCountsHappenedForSoManyDays() {
    assertThat(ninetyDays.holds(lastAt(NOW.minus(Duration.ofDays(90))))).isFalse();
    assertThat(ninetyDays.holds(lastAt(NOW.minus(Duration.ofDays(90)).minusMillis(1)))).isTrue();
  }

  @Test
  void whatIsNotKnownIsNotStale() {
    assertThat(ninetyDays.holds(lastAt(null))).isFalse();
  }

  @Test
  void rulesAreToBeReviewedOnceAQuarterHasPassed() {
    Instant quarter = NOW.minus(Duration.ofDays(91));

    assertThat(Staleness.reviewIsDue(quarter, NOW)).isFalse();
    assertThat(Staleness.reviewIsDue(quarter.minusMillis(1), NOW)).isTrue();
  }

  private static RowFigures lastAt(@Nullable Instant last) {
    return new RowFigures(RuleSource.row("Fit_11", "Fit", 11, 0), "VP", 5, 100, null, last);
  }
}
