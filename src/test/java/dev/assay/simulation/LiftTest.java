package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.RuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftTest {

  /** Of 10,000 leads 100 were won. */
  @ParameterizedTest
  @CsvSource({
    "200, 30, 200, 10, 15", // 15% of those with a trial, against 1% of all
    "200, 30, 600, 10, 5", // three occurrences a lead share the 15 points
    "400, 2, 400, 10, 1", // 0.5%: half a point is rounded up
    "400, 1, 400, 10, 0",
    "30, 3, 30, 10, 10", // just enough leads
    "29, 3, 29, 10, ", // just too few
    "200, 0, 200, -50, " // what takes points is left alone
  })
  void pointsAreTheCloseRateOfTheRowOverThatOfAll(
      long leads, long won, long occurrences, int points, Integer suggested) {
    Lift lift = Lift.of(count(leads, won, occurrences, points * leads), 100, 10_000, true);

    assertThat(lift.suggestedPoints()).isEqualTo(suggested);
  }

  @Test
  void theRestIsEverybodyElse() {
    Lift lift = Lift.of(count(200, 30, 200, 2_000), 100, 10_000, true);

    assertThat(lift.fired()).isEqualTo(Share.of(30, 200));
    assertThat(lift.rest()).isEqualTo(Share.of(70, 9_800));
    assertThat(lift.difference()).isEqualTo(Interval.difference(30, 200, 70, 9_800));
    assertThat(lift.ratio()).isEqualTo(Interval.ratio(30, 200, 70, 9_800));
  }

  @Test
  void withoutWinnersNothingIsSuggested() {
    assertThat(Lift.of(count(200, 0, 200, 2_000), 0, 10_000, true).suggestedPoints()).isNull();
  }

  private static RowCounts.RowCount count(long leads, long won, long occurrences, long points) {
    RowCounts.RowCount count = new RowCounts.RowCount(RuleSource.row("R_1", "R", 1, 0));
    count.leads = leads;
    count.won = won;
    count.occurrences = occurrences;
    count.points = points;
    return count;
  }
}
