package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.RuleTimeline;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch keeps the timeline it began with, and begins again if that is no longer the last one. */
@QuarkusTest
class OutdatedTimelineTest {
  private static final int SHIPPED = 1;

  @Inject LiveRules live;
  @Inject AgroalDataSource database;

  @AfterEach
  void theShippedRulesAreLive() {
    Drafts.rollback(SHIPPED).statusCode(200);
  }

  @Test
  void rulesThatWentLiveHereAfterABatchBeganOutdateIt() throws Exception {
    RuleTimeline begunWith = live.timeline();
    assertThat(outdated(begunWith)).isFalse();

    Drafts.publish(Drafts.draft(Drafts.sound(41)), "").statusCode(200);

    assertThat(outdated(begunWith)).isTrue();
    assertThat(outdated(live.timeline())).isFalse();
  }

  private boolean outdated(RuleTimeline timeline) throws Exception {
    try (Connection connection = database.getConnection()) {
      RoundTrip trip = new RoundTrip();
      BooleanSupplier outdated = live.outdated(trip, timeline);
      trip.run(connection);
      return outdated.getAsBoolean();
    }
  }
}
