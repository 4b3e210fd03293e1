package dev.assay.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead moved up or down the funnel. Announced once, in the transaction that stores it.
 *
 * @param lead the caller's key of the lead
 * @param sequence counts the lead's stage changes from 1, without gaps
 * @param at when the lead was assessed, not when the event was received
 * @param from the stage left, null for none
 * @param to the stage reached, null for none
 * @param reasons the awards that weigh most, strongest first, at most five
 * @param cause the event that brought the change, null when time or a rule change did
 * @param traceparent the trace of that event (W3C Trace Context), null when it is not traced
 */
public record StageChanged(
    String lead,
    Contact contact,
    long sequence,
    Instant at,
    @Nullable String from,
    @Nullable String to,
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band,
    @Nullable String owner,
    int ruleset,
    List<Reason> reasons,
    @Nullable Cause cause,
    @Nullable String traceparent) {

  public StageChanged {
    reasons = List.copyOf(reasons);
  }

  /** How sales recognise the person. */
  public record Contact(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company) {}

  /** One award in short. */
  public record Reason(int points, String reason, String rule) {}

  /** The event that brought the change. */
  public record Cause(String source, String id, String type, @Nullable String subject) {}
}
