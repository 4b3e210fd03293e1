package dev.assay.check;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.LeadLog;
import dev.assay.pipeline.RecordedScore;
import dev.assay.pipeline.RecordedStage;
import dev.assay.scoring.step.Awards;
import dev.assay.scoring.step.Profiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the row of a lead with what its logs say, and the logs with each other. */
final class CompareLead {
  private final StoredRow row;
  private final LeadLog log;
  private final List<Difference> differences = new ArrayList<>();

  private CompareLead(StoredRow row, LeadLog log) {
    this.row = row;
    this.log = log;
  }

  /**
   * Compares.
   *
   * @param rules by which the lead was assessed, null if they are not at hand
   */
  static List<Difference> compare(StoredRow row, LeadLog log, @Nullable RuleSet rules) {
    CompareLead compare = new CompareLead(row, log);
    compare.snapshot();
    compare.histories();
    if (rules != null && row.problem() == null && row.assessedAt() != null) {
      compare.assessment(rules, row.assessedAt());
    }
    return compare.differences;
  }

  private void snapshot() {
    if (!Profiles.same(row.profile(), log.profile())) {
      differ("profile", row.profile(), log.profile());
    }
    if (!log.activities().equals(row.activities())) {
      differ("activities", row.activities(), log.activities());
    }
  }

  private void histories() {
    RecordedScore score = log.lastScore();
    RecordedStage stage = log.lastStage();
    List<Integer> counts =
        List.of(
            log.profileChanges(),
            score == null ? 0 : score.sequence(),
            stage == null ? 0 : stage.sequence());
    if (!counts.equals(row.counts())) {
      differ("counts", row.counts(), counts);
    }
    if (!Objects.equals(row.stage(), stage == null ? null : stage.to())) {
      differ("stage", row.stage(), stage == null ? null : stage.to());
    }
    if (!Objects.equals(row.owner(), log.owner())) {
      differ("owner", row.owner(), log.owner());
    }
    String recorded =
        score == null
            ? StoredRow.standing(0, 0, 0, null, null)
            : StoredRow.standing(
                score.score(), score.fit(), score.engagement(), score.grade(), score.band());
    if (!recorded.equals(row.standing())) {
      differ("score", row.standing(), recorded + " (its history)");
    }
    if (score != null && score.changes() != score.sequence()) {
      lost("scoreHistory", score.changes() + " changes", score.sequence() + " changes");
    }
    String from = null;
    for (int i = 0; i < log.stages().size(); i++) {
      RecordedStage change = log.stages().get(i);
      if (change.sequence() != i + 1 || !Objects.equals(change.from(), from)) {
        lost(
            "stageHistory",
            "%d from %s".formatted(change.sequence(), change.from()),
            "%d from %s".formatted(i + 1, from));
        return;
      }
      from = change.to();
    }
  }

  private void assessment(RuleSet rules, Instant asOf) {
    Assessment assessment;
    try {
      assessment = rules.assess(Profiles.lead(log.profile()), log.activities(), asOf);
    } catch (RuntimeException failure) {
      differ("score", row.standing(), failure);
      return;
    }
    String standing =
        StoredRow.standing(
            assessment.score().total(),
            assessment.score().fit(),
            assessment.score().engagement(),
            assessment.gradeValue(),
            assessment.bandValue());
    if (!standing.equals(row.standing())) {
      differ("score", row.standing(), standing);
    }
    String awards = Awards.points(assessment);
    if (!Profiles.same(row.awards(), awards)) {
      differ("awards", row.awards(), awards);
    }
    String stage = rules.stages().step(assessment, row.stage());
    if (!Objects.equals(row.stage(), stage)) {
      differ("stage", row.stage(), stage);
    }
    Instant review = assessment.nextReviewAt();
    boolean missed =
        review != null && (row.nextReviewAt() == null || row.nextReviewAt().isAfter(review));
    if (missed) { // earlier does no harm: somebody asked for a review
      differ("nextReviewAt", row.nextReviewAt(), review);
    }
  }

  /** The first of a kind counts. */
  private void differ(String what, @Nullable Object stored, @Nullable Object replayed) {
    if (differences.stream().noneMatch(known -> known.what().equals(what))) {
      differences.add(
          Difference.of(row.lead(), what, String.valueOf(stored), String.valueOf(replayed)));
    }
  }

  private void lost(String what, String stored, String expected) {
    differences.add(Difference.lost(row.lead(), what, stored, expected));
  }
}
