package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbook.Workbook;
import org.junit.jupiter.api.Test;

class ManyRowsTest {

  @Test
  void aThousandRowsTakeLessThanASecond() {
    Workbook alike = pages(1_000);
    FindWarnings.in(pages(100), Surroundings.NONE);

    long start = System.nanoTime();
    var warnings = FindWarnings.in(alike, Surroundings.NONE);
    long took = (System.nanoTime() - start) / 1_000_000;

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
