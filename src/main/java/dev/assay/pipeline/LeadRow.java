package dev.assay.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead's row while a batch works on it. */
final class LeadRow {
  final String lead;
  String profile;
  final StoredActivities activities;

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
  int messages;

  /** Where the lead stood before the batch. */
  Standing before = Standing.NONE;

  private final String storedProfile;

  /** The stage of a lead that was merged into this one; null for none. */
  @Nullable String mergedStage;

  /** Whether the snapshot cannot be trusted, so that it has to be taken again from the logs. */
  boolean doubtful;

  LeadRow(String lead, String profile, StoredActivities activities) {
    this.lead = lead;
    this.profile = profile;
    this.activities = activities;
    this.storedProfile = profile;
  }

  /** The profile, null if it is as stored. */
  @Nullable String newProfile() {
    return profile.equals(storedProfile) ? null : profile;
  }

  /**
   * Takes the snapshot again. Score and stage become those that were recorded last, so that what is
   * decided next is a change from there: what was announced is not announced again.
   */
  void restore(LeadLog log) {
    profile = log.profile();
    profileChanges = log.profileChanges();
    activities.replace(log.activities());
    RecordedScore recorded = log.lastScore();
    scoreChanges = recorded == null ? 0 : recorded.sequence();
    score = recorded == null ? 0 : recorded.score();
    fit = recorded == null ? 0 : recorded.fit();
    engagement = recorded == null ? 0 : recorded.engagement();
    grade = recorded == null ? null : recorded.grade();
    band = recorded == null ? null : recorded.band();
    RecordedStage reached = log.lastStage();
    stageChanges = reached == null ? 0 : reached.sequence();
    stage = reached == null ? null : reached.to();
    stageSince = reached == null ? null : reached.at();
    owner = log.owner();
    before = standing();
  }

  Standing standing() {
    return new Standing(score, fit, engagement, grade, band, stage, owner);
  }

  @Nullable Instant lastActivityAt() {
    long last = activities.all().lastAt();
    return last == Long.MIN_VALUE ? null : Instant.ofEpochMilli(last);
  }

  /** Whether nothing was ever said or done about the lead. */
  boolean fresh() {
    return profileChanges == 0 && scoreChanges == 0 && activities.all().size() == 0;
  }

  Done.LeadState state() {
    return new Done.LeadState(
        lead, score, fit, engagement, grade, band, stage, owner, ruleset, problem);
  }
}
