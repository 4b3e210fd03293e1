package dev.assay.webhook;

import dev.assay.scoring.step.LeadChanged;
import dev.assay.scoring.step.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Every type of message there is. */
public enum MessageType {
  LEAD_STAGE_CHANGED("lead.stage.changed"),

  /** A higher stage was reached. */
  LEAD_QUALIFIED("lead.qualified"),

  /** A stage was lost, for a lower one or for none. */
  LEAD_DISQUALIFIED("lead.disqualified"),

  /** For the first time, or to somebody else. */
  LEAD_ASSIGNED("lead.assigned"),
  LEAD_BAND_CHANGED("lead.band.changed"),

  /** By as many points as matter to an endpoint. */
  LEAD_SCORE_CHANGED("lead.score.changed"),
  RULESET_PUBLISHED("ruleset.published"),

  /** Without anybody asking; told to the other endpoints. */
  ENDPOINT_DISABLED("endpoint.disabled"),

  /** Long in a stage without an outcome, as an endpoint asked to be told. */
  LEAD_FOLLOWUP_DUE("lead.followup.due"),

  /** What was gathered for an endpoint. */
  LEAD_DIGEST("lead.digest"),

  /** Sent on request only, to whatever endpoint is tried. */
  ENDPOINT_TEST("endpoint.test");

  private final String wireName;

  MessageType(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  /** Whether it is about a lead. */
  boolean aboutLead() {
    return wireName.startsWith("lead.");
  }

  /**
   * Whether it is kept although no endpoint wants it: a lead's way through the funnel can be told
   * to an endpoint that comes later.
   */
  boolean alwaysKept() {
    return this == LEAD_STAGE_CHANGED;
  }

  /** The names an endpoint may choose from. */
  public static List<String> subscribable() {
    return Arrays.stream(values())
        .filter(type -> type != ENDPOINT_TEST && type != LEAD_DIGEST)
        .map(MessageType::wireName)
        .toList();
  }

  /** Whether the change is one that this type tells of. */
  boolean tells(LeadChanged change) {
    Standing before = change.before();
    Standing after = change.after();
    boolean moved = !Objects.equals(before.stage(), after.stage());
    return switch (this) {
      case LEAD_STAGE_CHANGED -> moved;
      case LEAD_QUALIFIED -> moved && change.higher();
      case LEAD_DISQUALIFIED -> moved && !change.higher();
      case LEAD_ASSIGNED -> !Objects.equals(before.owner(), after.owner());
      case LEAD_BAND_CHANGED -> !Objects.equals(before.band(), after.band());
      case LEAD_SCORE_CHANGED -> before.score() != after.score();
      case LEAD_FOLLOWUP_DUE, LEAD_DIGEST, RULESET_PUBLISHED, ENDPOINT_DISABLED, ENDPOINT_TEST ->
          false;
    };
  }
}
