package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.pipeline.Event;
import dev.assay.pipeline.LeadKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks and normalises one event. */
public final class ReadEvent {
  private static final Set<String> NAMES =
      Set.of("id", "lead", "email", "type", "subject", "occurredAt", "source", "properties");
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** How far a caller's clock may run ahead. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  /** Characters of all properties together, as JSON. */
  static final int PROPERTIES = 16_384;

  private static final int LONGEST_KEY = 200;

  private ReadEvent() {}

  /**
   * Reads an event.
   *
   * @param now the moment of an event that names none
   * @param traceparent the trace in which it came, null when it is not traced
   * @throws EventRejected with everything that is wrong
   */
  public static Event read(JsonNode posted, Instant now, @Nullable String traceparent)
      throws EventRejected {
    if (!posted.isObject()) {
      throw new EventRejected(
          List.of(
              new dev.assay.problem.Violation(
                  "event", posted.toString(), "must be a JSON object")));
    }
    Fields fields = new Fields(posted);
    fields.allowOnly(NAMES, "is not a field of an event; put it under properties");
    String id = fields.required("id", LONGEST_KEY);
    LeadKey key = key(fields);
    String type = fields.required("type", 64).toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
      fields.refuse("type", type, "must be letters, digits, _ . and - such as page_view");
    }
    String given = fields.text("subject", Subjects.LONGEST);
    String source = Objects.requireNonNullElse(fields.text("source", LONGEST_KEY), "api");
    JsonNode properties = properties(posted.path("properties"), fields);
    String time = fields.text("occurredAt", 64);
    Instant occurredAt =
        time == null ? now.truncatedTo(ChronoUnit.MILLIS) : time(time, now, fields);
    fields.check();
    String subject = given != null ? given : Subjects.of(type, properties);
    return new Event(
        key,
        source,
        id,
        type,
        Subjects.normal(type, subject),
        occurredAt,
        properties.isMissingNode() ? null : properties.toString(),
        Digest.of(source, id, type, given, time == null ? null : occurredAt, properties),
        traceparent);
  }

  private static LeadKey key(Fields fields) {
    String lead = fields.text("lead", LONGEST_KEY);
    String email = fields.text("email", 320);
    if (email != null && !EMAIL.matcher(email).matches()) {
      fields.refuse("email", email, "must be an e-mail address");
    }
    if (lead != null && email != null) {
      fields.refuse(
          "email", email, "must be left out where lead is given; it belongs to the profile");
    } else if (lead == null && email == null) {
      fields.refuse("lead", null, "is required, your key of the lead; or give its email");
    }
    return LeadKey.of(lead != null ? lead : Objects.requireNonNullElse(email, ""));
  }

  private static JsonNode properties(JsonNode properties, Fields fields) {
    if (properties.isMissingNode() || properties.isNull()) {
      return MissingNode.getInstance();
    }
    if (!properties.isObject()) {
      fields.refuse("properties", properties.asText(), "must be a JSON object");
    } else if (properties.toString().length() > PROPERTIES) {
      fields.refuse(
          "properties", null, "must have at most %d characters as JSON".formatted(PROPERTIES));
    } else if (!Characters.storable(properties)) {
      fields.refuse(
          "properties",
          null,
          "must not hold the character NUL, halves of surrogate pairs, or numbers beyond 1.7e308");
    }
    return properties;
  }

  private static Instant time(String text, Instant now, Fields fields) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isAfter(now.plus(AHEAD))) {
        fields.refuse(
            "occurredAt", text, "must not lie more than five minutes ahead of now, " + now);
      } else if (time.isBefore(EARLIEST)) {
        fields.refuse("occurredAt", text, "must not lie before " + EARLIEST);
      }
      return time.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException notATime) {
      fields.refuse("occurredAt", text, "must be a time (RFC 3339) such as 2026-11-20T09:30:00Z");
      return now;
    }
  }
}
