package dev.assay.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusedIdsTest {

  private final RefusedIds ids = new RefusedIds();

  @Test
  void remembersAsManyAsItMay() {
    IntStream.range(0, RefusedIds.MOST).forEach(i -> ids.add("id" + i));
    assertThat(ids.contains("id0")).isTrue();
  }

  @Test
  void forgetsTheOldestBeyondThat() {
    IntStream.rangeClosed(0, RefusedIds.MOST).forEach(i -> ids.add("id" + i));
    assertThat(ids.contains("id0")).isFalse();
    assertThat(ids.contains("id1")).isTrue();
  }
}
