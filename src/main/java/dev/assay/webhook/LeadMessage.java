package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.assessment.Lead;
import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.LeadChanged;
import dev.assay.scoring.step.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a lead tells. Absent values are written as null.
 *
 * @param sequence counts the messages about the lead from 1
 * @param from what it was, of the kind that the message is about: a stage, band, owner or score
 * @param reasons the awards that weigh most, strongest first, at most five
 * @param cause the event that brought the change, null when something else did
 */
@JsonPropertyOrder({"lead", "email", "firstName", "lastName", "company", "sequence"})
record LeadMessage(
    String lead,
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    int sequence,
    @Nullable Object from,
    @Nullable Object to,
    @Nullable String stage,
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String owner,
    int ruleset,
    List<Reason> reasons,
    @Nullable Cause cause) {

  private static final int TOP_REASONS = 5;

  /** One award in short. */
  record Reason(int points, String reason, String rule) {}

  /** The event that brought the change. */
  record Cause(String source, String id, String type, @Nullable String subject) {}

  static LeadMessage of(MessageType type, LeadChanged change, int sequence) {
    Lead profile = change.profile();
    Standing after = change.after();
    return new LeadMessage(
        change.lead(),
        profile.email(),
        profile.firstName(),
        profile.lastName(),
        profile.company(),
        sequence,
        told(type, change.before()),
        told(type, after),
        after.stage(),
        after.score(),
        after.fit(),
        after.engagement(),
        after.grade(),
        after.band(),
        after.owner(),
        change.assessment().ruleset(),
        change.assessment().strongest(TOP_REASONS).stream()
            .map(award -> new Reason(award.points(), award.reason(), award.rule().name()))
            .toList(),
        cause(change.cause()));
  }

  private static @Nullable Object told(MessageType type, Standing standing) {
    return switch (type) {
      case LEAD_ASSIGNED -> standing.owner();
      case LEAD_BAND_CHANGED -> standing.band();
      case LEAD_SCORE_CHANGED -> standing.score();
      default -> standing.stage();
    };
  }

  private static @Nullable Cause cause(@Nullable Event event) {
    return event == null
        ? null
        : new Cause(
            event.source(),
            event.id(),
            event.type(),
            event.subject().isEmpty() ? null : event.subject());
  }
}
