package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbook.Workbook;
import org.junit.jupiter.api.Test;

class ManyRowsTest {

  @Test
  void aThousandRowsTakeLessThanASecond() {
    Workbook alike = pages(1_000);
    var warnings = FindWarnings.in(alike, Surroundings.NONE);

    // The best of some runs, because a busy machine compiles code late.
    long took = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long start = System.nanoTime();
      FindWarnings.in(alike, Surroundings.NONE);
      took = Math.min(took, (System.nanoTime() - start) / 1_000_000);
    }

    assertThat(warnings).extracting(Warning::kind).doesNotContain("too-much");
    assertThat(took).as("milliseconds").isLessThan(1_000);
  }

  @Test
  void tenThousandRowsAreBounded() {
    Workbook alike = pages(10_000);

    long start = System.nanoTime();
    var warnings = FindWarnings.in(alike, Surroundings.NONE);
    long took = (System.nanoTime() - start) / 1_000_000;

    assertThat(warnings).extracting(Warning::kind).contains("too-much");
    assertThat(took).as("milliseconds").isLessThan(5_000);
  }

  /** All of one type, so that each must be compared with each. */
  private static Workbook pages(int rows) {
    Draft draft = Draft.draft();
    for (int i = 0; i < rows; i++) {
      draft.row("type", "page_view", "subject", "/page-%05d".formatted(i), "each", 1);
    }
    return draft.workbook();
  }
}
