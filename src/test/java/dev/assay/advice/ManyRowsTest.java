package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.workbook.Workbook;
import org.junit.jupiter.api.Test;

class ManyRowsTest {

  @Test
  void aThousandRowsAreAllCompared() {
    var warnings = FindWarnings.in(pages(1_000), Surroundings.NONE);

    assertThat(warnings).extracting(Warning::kind).doesNotContain("too-much");
  }

  @Test
  void ofTenThousandRowsOnlySomeAreCompared() {
    var warnings = FindWarnings.in(pages(10_000), Surroundings.NONE);

    assertThat(warnings).extracting(Warning::kind).contains("too-much");
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
