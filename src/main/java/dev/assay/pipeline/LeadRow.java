package dev.assay.pipeline;

import dev.assay.assessment.Activities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead's row while a batch works on it. */
final class LeadRow {
  final String lead;
  String profile;
  Activities activities;

  /** Null while they are as stored. */
  @Nullable String awards;

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

  private final String storedProfile;
  private final Activities storedActivities;

  LeadRow(String lead, String profile, Activities activities) {
    this.lead = lead;
    this.profile = profile;
    this.activities = activities;
    this.storedProfile = profile;
    this.storedActivities = activities;
  }

  /** The profile, null if it is as stored. */
  @Nullable String newProfile() {
    return profile.equals(storedProfile) ? null : profile;
  }

  /** The activities as bytes, null if they are as stored. */
  @SuppressWarnings("ReferenceEquality") // adding nothing gives the same ones
  byte @Nullable [] newActivities() {
    return activities == storedActivities ? null : ActivitiesCodec.encode(activities);
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
