package dev.assay.pipeline;

import dev.assay.assessment.Activities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead's row while a batch works on it. */
final class LeadRow {
  final String lead;
  String profile;
  Activities activities;
  String awards = "{}";
  int score;
  int fit;
  int engagement;
  @Nullable String grade;
  @Nullable String band;
  @Nullable String stage;
  @Nullable Instant stageSince;
  @Nullable String owner;
  int ruleset;
  @Nullable Instant assessedAt;
  @Nullable Instant nextReviewAt;
  @Nullable String problem;
  int profileChanges;
  int scoreChanges;
  int stageChanges;

  LeadRow(String lead, String profile, Activities activities) {
    this.lead = lead;
    this.profile = profile;
    this.activities = activities;
  }

  @Nullable Instant lastActivityAt() {
    long last = activities.lastAt();
    return last == Long.MIN_VALUE ? null : Instant.ofEpochMilli(last);
  }

  /** Whether nothing was ever said or done about the lead. */
  boolean fresh() {
    return profileChanges == 0 && scoreChanges == 0 && activities.size() == 0;
  }

  Done.LeadState state() {
    return new Done.LeadState(
        lead, score, fit, engagement, grade, band, stage, owner, ruleset, problem);
  }
}
