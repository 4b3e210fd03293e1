package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ruleset.CaseResult;
import dev.assay.ruleset.Findings;
import dev.assay.ruleset.VersionDetail;
import dev.assay.ruleset.VersionSummary;
import dev.assay.workbook.WorkbookError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a version's page offers to do with it. */
class RulesetHeadTest {
  private static final Findings SOUND = new Findings(List.of(), List.of(), List.of(), List.of());

  @Test
  void aSoundDraftIsPublished() {
    assertThat(head("draft", SOUND, false).step()).isEqualTo("publish");
  }

  @Test
  void withFourEyesSomebodyElsePublishesWhatOneUploaded() {
    assertThat(head("draft", SOUND, true).step()).isEqualTo("other");
    assertThat(head("past", SOUND, true).step()).isEqualTo("rollback");
  }

  @Test
  void whatIsWrongIsPutRightFirst() {
    WorkbookError error = new WorkbookError("Fit", "C7", "x", "a number", "Write one.");
    CaseResult failed =
        new CaseResult("A", "Cases", "A2", Map.of(), Map.of(), List.of("score"), null);

    assertThat(
            head("draft", new Findings(List.of(), List.of(error), List.of(), List.of()), false)
                .step())
        .isEqualTo("errors");
    assertThat(
            head("draft", new Findings(List.of(), List.of(), List.of(), List.of(failed)), false)
                .step())
        .isEqualTo("failing");
  }

  private static RulesetHead head(String state, Findings findings, boolean wantsOther) {
    VersionSummary version =
        new VersionSummary(7, state, "", Instant.EPOCH, "k", false, null, null, null);
    return new RulesetHead(
        new VersionDetail(version, List.of(), findings, List.of()), "", 1, "Kim", wantsOther);
  }
}
