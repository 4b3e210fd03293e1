package dev.assay.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private Clock now = Clock.fixed(Instant.parse("2026-11-20T09:30:00Z"), ZoneOffset.UTC);
  private final Allowance two = new Allowance(2, stepping());

  @Test
  void givesSoManyASecondAndNoMore() {
    assertThat(two.take()).isTrue();
    assertThat(two.take()).isTrue();
    assertThat(two.take()).isFalse();
  }

  @Test
  void givesAgainInTheNextSecond() {
    two.take();
    two.take();
    now = Clock.offset(now, Duration.ofSeconds(1));
    assertThat(two.take()).isTrue();
  }

  @Test
  void survivesAClockThatIsSetBack() {
    two.take();
    two.take();
    now = Clock.offset(now, Duration.ofHours(-1));
    assertThat(two.take()).isTrue();
  }

  private Clock stepping() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.instant();
      }
    };
  }
}
