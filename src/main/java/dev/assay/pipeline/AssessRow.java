package dev.assay.pipeline;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Position;
import dev.assay.assessment.RuleFailure;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Score;
import dev.assay.logging.LogFields;
import dev.assay.logging.WithoutMessage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Assesses one lead's row and notes what changed. */
final class AssessRow {
  private static final Logger LOG = Logger.getLogger(AssessRow.class);

  private final RuleSet rules;
  private final boolean announceRules;
  private final Instant now;
  private final Changes changes;

  AssessRow(RuleSet rules, boolean announceRules, Instant now, Changes changes) {
    this.rules = rules;
    this.announceRules = announceRules;
    this.now = now;
    this.changes = changes;
  }

  /**
   * Assesses the lead as of now, or as of its newest event if a caller's clock runs ahead of ours.
   *
   * @param cause the event that brought it, null when something else did
   * @param active whether an event or a profile brought it, and not time or new rules
   */
  void assess(LeadRow row, @Nullable Event cause, boolean active) {
    boolean announce = active || announceRules || row.ruleset == rules.number();
    Instant asOf = row.activities.all().asOf(now);
    row.ruleset = rules.number();
    @Nullable Lead lead = null;
    Assessment assessment;
    try {
      lead = Profiles.lead(row.profile);
      assessment = rules.assess(lead, row.activities.all(), asOf);
    } catch (RuntimeException failure) {
      // Loud, but for this lead alone: its events are kept and the last good score stays.
      // It is not tried again before the lead does something or the rules change.
      log(row.lead, cause, failure);
      String reason = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
      row.problem = reason.substring(0, Math.min(reason.length(), LONGEST_PROBLEM));
      row.nextReviewAt = null;
      if (announce && lead != null) {
        // Somebody may have given it to another owner, which needs no assessment.
        announce(row, lead, false, lastGood(row, asOf), cause);
      }
      return;
    }
    row.problem = null;
    row.assessedAt = asOf;
    row.nextReviewAt = assessment.nextReviewAt();
    row.awards = Awards.points(assessment);
    score(row, assessment, cause);
    boolean higher = stage(row, assessment, cause);
    if (announce) {
      announce(row, lead, higher, assessment, cause);
    }
  }

  private void announce(
      LeadRow row, Lead lead, boolean higher, Assessment assessment, @Nullable Event cause) {
    Standing after = row.standing();
    if (!after.equals(row.before)) {
      changes.announced.add(
          new LeadChanged(
              row.lead, lead, row.messages, row.before, after, higher, assessment, cause));
    }
  }

  /** What is still known of the last good assessment: the score, but not what it was made of. */
  private static Assessment lastGood(LeadRow row, Instant asOf) {
    return new Assessment(
        asOf,
        row.ruleset,
        new Score(row.score, row.fit, row.engagement),
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        null);
  }

  private static void log(String lead, @Nullable Event cause, RuntimeException failure) {
    try (LogFields fields = LogFields.lead(lead)) {
      if (cause != null) {
        fields.and("event", cause.id()).and("source", cause.source());
      }
      LOG.errorf(
          new WithoutMessage(failure),
          "Lead %s could not be assessed%s",
          LogFields.shown(lead),
          failure instanceof RuleFailure rule ? ": rule " + rule.rule() : "");
    }
  }

  private void score(LeadRow row, Assessment assessment, @Nullable Event cause) {
    boolean same =
        row.scoreChanges > 0
            && row.score == assessment.score().total()
            && row.fit == assessment.score().fit()
            && row.engagement == assessment.score().engagement()
            && Objects.equals(row.grade, assessment.gradeValue())
            && Objects.equals(row.band, assessment.bandValue());
    if (same) {
      return;
    }
    row.score = assessment.score().total();
    row.fit = assessment.score().fit();
    row.engagement = assessment.score().engagement();
    row.grade = assessment.gradeValue();
    row.band = assessment.bandValue();
    changes.scores.add(
        new Changes.ScoreChange(
            row.lead,
            ++row.scoreChanges,
            assessment.asOf(),
            row.score,
            row.fit,
            row.engagement,
            row.grade,
            row.band,
            row.ruleset,
            cause == null ? null : cause.source(),
            cause == null ? null : cause.id()));
  }

  /**
   * @return whether it reached a higher stage
   */
  private boolean stage(LeadRow row, Assessment assessment, @Nullable Event cause) {
    String from = row.stage;
    Position held = new Position(higher(from, row.mergedStage), row.owner);
    Position next = held.next(rules.stages(), assessment);
    String to = next.stage();
    if (Objects.equals(from, to)) {
      return false;
    }
    row.stage = to;
    row.stageSince = assessment.asOf();
    row.owner = next.owner();
    changes.stages.add(
        new StageChange(
            row.lead,
            ++row.stageChanges,
            assessment.asOf(),
            from,
            to,
            row.score,
            row.ruleset,
            row.owner,
            cause));
    return rules.stages().rank(to) > rules.stages().rank(from);
  }

  /** A person who was two leads stands where the further of them stood. */
  private @Nullable String higher(@Nullable String own, @Nullable String merged) {
    return rules.stages().rank(merged) > rules.stages().rank(own) ? merged : own;
  }

  private static final int LONGEST_PROBLEM = 1_000;
}
