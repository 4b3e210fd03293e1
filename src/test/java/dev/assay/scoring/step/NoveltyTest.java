package dev.assay.scoring.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoveltyTest {
  private static final byte[] OTHER = {99};
  private final Event event = Steps.event(1, Instant.EPOCH);

  @Test
  void whatWasAppendedJustNowIsNew() {
    assertThat(Novelty.of(event, true, List.of(event.digest()))).isEqualTo(Novelty.NEW);
  }

  @Test
  void theSameUnderTheSameIdIsARepetition() {
    assertThat(Novelty.of(event, false, List.of(OTHER, event.digest().clone())))
        .isEqualTo(Novelty.REPEATED);
  }

  @Test
  void somethingElseUnderTheSameIdContradicts() {
    assertThat(Novelty.of(event, false, List.of(OTHER))).isEqualTo(Novelty.CONTRADICTING);
  }
}
