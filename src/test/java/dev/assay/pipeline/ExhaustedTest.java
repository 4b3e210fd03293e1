package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Stages;
import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.time.SteppedClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a batch that ends where nothing could be foreseen. */
@QuarkusTest
class ExhaustedTest {
  @Inject AgroalDataSource database;
  @Inject PipelineMeters meters;
  @Inject CurrentRules rules;
  @Inject Announcer announcer;
  @Inject Tables tables;

  private final SteppedClock clock = SteppedClock.yearsAhead();
  private final String lead = Assay.newLead();
  private final List<Work> work =
      List.of(Histories.event(new LeadKey.Known(lead), 1, "demo_request", "", clock.instant()));

  @Test
  void whereMemoryEndsNothingIsHalfDone() throws Exception {
    WriteBatch exhausted = write(new Exhausted(rules.current()));

    assertThatThrownBy(() -> exhausted.write(work)).isInstanceOf(OutOfMemoryError.class);

    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isZero();
    Done again = write(rules.current()).write(work).get(0);
    assertThat(((Done.Accepted) again).lead().score()).isEqualTo(30);
  }

  private WriteBatch write(RuleSet with) {
    return new WriteBatch(database, () -> with, announcer, clock, meters);
  }

  private record Exhausted(RuleSet rules) implements RuleSet {
    @Override
    public int number() {
      return rules.number();
    }

    @Override
    public Stages stages() {
      return rules.stages();
    }

    @Override
    public Assessment assess(Lead lead, Activities activities, Instant asOf) {
      throw new OutOfMemoryError("as if");
    }
  }
}
