package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.step.LeadKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class GiveWayTest {
  @Inject GiveWay giveWay;
  @Inject Intake intake;

  @Test
  void anotherThreadRestsForASecondAfterWorkCame() throws Exception {
    long before = System.nanoTime();
    take();

    assertThat(giveWay.whenQuiet(() -> false)).isTrue();

    assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void anotherThreadEndsOnceItIsOver() throws Exception {
    take();

    assertThat(giveWay.whenQuiet(() -> true)).isFalse();
  }

  @Test
  void theFirstGoesOnAtOnceWhenNothingWaits() throws Exception {
    take();

    assertThat(giveWay.after(Duration.ofHours(1).toNanos())).isTrue();
  }

  private void take() throws Exception {
    intake.submit(new Work.MergeProfile(LeadKey.of("give-way"), "{}")).get();
  }
}
