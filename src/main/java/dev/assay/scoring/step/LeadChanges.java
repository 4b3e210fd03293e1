package dev.assay.scoring.step;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Occurrence;
import dev.assay.assessment.Position;
import dev.assay.assessment.Score;
import dev.assay.assessment.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lead while a step is under way, and what the step changed of it so far. */
final class LeadChanges {
  static final int MAX_PROBLEM = 1_000;

  private final String lead;
  private final List<Change> changes = new ArrayList<>();
  private String profile;
  private int profileChanges;
  private Activities activities;
  private Instant at;
  private Scored scored;

  /** Where the lead stood when somebody was told last, or need not be told. */
  private Standing told;

  /** The stage of a lead that was merged into this one; null for none. */
  private @Nullable String mergedStage;

  LeadChanges(LeadState state) {
    lead = state.lead();
    profile = state.profile();
    profileChanges = state.profileChanges();
    activities = state.activities();
    at = state.at();
    scored = state.scored();
    told = scored.standing();
  }

  boolean everAssessed() {
    return scored.last().publication() != 0;
  }

  int publication() {
    return scored.last().publication();
  }

  @Nullable Instant nextReviewAt() {
    return scored.last().nextReviewAt();
  }

  Instant at() {
    return at;
  }

  Outcome outcome() {
    return new Outcome(
        new LeadState(lead, profile, profileChanges, activities, at, scored), changes);
  }

  void add(List<Event> events) {
    if (events.isEmpty()) {
      return; // what a lead did may be long
    }
    List<Occurrence> occurrences = new ArrayList<>();
    for (Event event : events) {
      Occurrence occurrence = new Occurrence(event.type(), event.subject(), event.occurredAt());
      occurrences.add(occurrence);
      changes.add(new Change.Occurred(lead, occurrence));
    }
    activities = activities.with(occurrences);
  }

  void patch(String patch, Instant moment) {
    String merged = Profiles.merge(profile, patch);
    if (!Profiles.same(profile, merged)) {
      profile = merged;
      changes.add(new Change.ProfileChanged(lead, ++profileChanges, moment, patch));
    }
  }

  void assign(String owner, String by, Instant moment) {
    Standing standing = scored.standing();
    if (!owner.equals(standing.owner())) {
      changes.add(
          new Change.OwnerChanged(
              lead, moment, standing.owner(), owner, scored.stageChanges(), by));
      scored = scored.with(standing.withOwner(owner));
    }
  }

  void merge(Input.LeadMerged merged, Instant moment) {
    profile = merged.profile();
    activities = merged.activities();
    mergedStage = merged.stage();
    if (scored.standing().owner() == null && merged.owner() != null) {
      assign(merged.owner(), merged.by(), moment);
    }
  }

  /**
   * Assesses the lead as of a moment, or as of its newest event if a caller's clock runs ahead.
   *
   * @param cause the event that brought it, null when something else did
   * @param announce whether somebody is told of what changes
   */
  void assess(RulesInForce by, Instant moment, @Nullable Event cause, boolean announce) {
    at = moment;
    Instant asOf = activities.asOf(moment);
    @Nullable Lead person = null;
    Assessment assessment;
    try {
      person = Profiles.lead(profile);
      assessment = by.rules().assess(person, activities, asOf);
    } catch (RuntimeException failure) {
      // Loud, but for this lead alone: its events are kept and the last good score stays.
      // It is not tried again before the lead does something or the rules change.
      changes.add(new Change.AssessmentFailed(lead, failure, cause));
      scored = scored.with(scored.last().failed(by, reason(failure)), scored.awards());
      // Somebody may have given it to another owner, which needs no assessment.
      announce(announce && person != null, person, false, lastGood(asOf), cause);
      return;
    }
    scored = scored.with(LastAssessment.of(by, assessment), Awards.points(assessment));
    score(assessment, cause);
    boolean higher = stage(by.rules().stages(), assessment, cause);
    announce(announce, person, higher, assessment, cause);
  }

  private static String reason(RuntimeException failure) {
    String reason = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    return reason.substring(0, Math.min(reason.length(), MAX_PROBLEM));
  }

  private void announce(
      boolean tell,
      @Nullable Lead person,
      boolean higher,
      Assessment assessment,
      @Nullable Event cause) {
    Standing before = told;
    told = scored.standing();
    if (tell && person != null && !told.equals(before)) {
      changes.add(
          new Change.Announced(
              new LeadChanged(
                  lead, person, scored.messages(), before, told, higher, assessment, cause)));
    }
  }

  /** What is still known of the last good assessment: the score, but not what it was made of. */
  private Assessment lastGood(Instant asOf) {
    Standing standing = scored.standing();
    return new Assessment(
        asOf,
        scored.last().ruleset(),
        new Score(standing.score(), standing.fit(), standing.engagement()),
        null,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        null);
  }

  private void score(Assessment assessment, @Nullable Event cause) {
    Standing next = scored.standing().withScore(assessment);
    if (scored.scoreChanges() > 0 && next.equals(scored.standing())) {
      return;
    }
    scored = scored.changed(next);
    changes.add(
        new Change.ScoreChanged(
            lead, scored.scoreChanges(), assessment.asOf(), next, scored.last().ruleset(), cause));
  }

  /** Whether it reached a higher stage. */
  private boolean stage(Stages stages, Assessment assessment, @Nullable Event cause) {
    Standing standing = scored.standing();
    String from = standing.stage();
    // A person who was two leads stands where the further of them stood.
    String held = stages.rank(mergedStage) > stages.rank(from) ? mergedStage : from;
    Position next = new Position(held, standing.owner()).next(stages, assessment);
    mergedStage = null;
    if (Objects.equals(from, next.stage())) {
      return false;
    }
    scored = scored.moved(standing.at(next), assessment.asOf());
    changes.add(
        new Change.StageChanged(
            lead,
            scored.stageChanges(),
            assessment.asOf(),
            from,
            next.stage(),
            standing.score(),
            scored.last().ruleset(),
            next.owner(),
            cause));
    return stages.rank(next.stage()) > stages.rank(from);
  }
}
