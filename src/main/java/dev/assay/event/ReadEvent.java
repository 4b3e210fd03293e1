package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.assessment.Occurrence;
import dev.assay.json.Characters;
import dev.assay.problem.Violation;
import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.LeadKey;
import dev.assay.time.Rfc3339;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
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
    Fields fields = fields(posted);
    String id = fields.required("id", LONGEST_KEY);
    LeadKey key = key(fields);
    Content content = content(posted, fields, now);
    String source = source(fields);
    fields.check();
    return new Event(
        key,
        source,
        id,
        content.type,
        content.normalSubject(),
        content.at(now),
        content.json,
        Digest.of(
            source, id, content.type, content.subject, content.occurredAt, content.properties),
        traceparent);
  }

  /**
   * Reads what rules see of an event that is not stored: it may leave out its id and whose it is.
   *
   * @param now the moment of an event that names none
   * @throws EventRejected with everything that is wrong
   */
  public static Occurrence occurrence(JsonNode posted, Instant now) throws EventRejected {
    Fields fields = fields(posted);
    fields.text("id", LONGEST_KEY);
    if (posted.has("lead") || posted.has("email")) {
      key(fields);
    }
    Content content = content(posted, fields, now);
    source(fields);
    fields.check();
    return new Occurrence(content.type, content.normalSubject(), content.at(now));
  }

  /**
   * What happened.
   *
   * @param subject as given, null if it was left out
   * @param occurredAt null if it was left out
   * @param json the properties as text, null for none
   */
  private record Content(
      String type,
      @Nullable String subject,
      @Nullable Instant occurredAt,
      JsonNode properties,
      @Nullable String json) {

    String normalSubject() {
      return Subjects.normal(type, subject != null ? subject : Subjects.of(type, properties));
    }

    Instant at(Instant now) {
      return occurredAt != null ? occurredAt : now.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  private static Content content(JsonNode posted, Fields fields, Instant now) {
    String type = fields.required("type", 64).toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
      fields.refuse("type", type, "must be letters, digits, _ . and - such as page_view");
    }
    String subject = fields.text("subject", Subjects.LONGEST);
    JsonNode properties = posted.path("properties");
    String json = properties.isMissingNode() || properties.isNull() ? null : properties.toString();
    if (json != null) {
      check(properties, json, fields);
    }
    String time = fields.text("occurredAt", 64);
    Instant occurredAt = time == null ? null : time(time, now, fields);
    return new Content(
        type, subject, occurredAt, json == null ? MissingNode.getInstance() : properties, json);
  }

  private static Fields fields(JsonNode posted) throws EventRejected {
    if (!posted.isObject()) {
      throw new EventRejected(
          List.of(new Violation("event", posted.toString(), "must be a JSON object")));
    }
    Fields fields = new Fields(posted);
    fields.allowOnly(NAMES, "is not a field of an event; put it under properties");
    return fields;
  }

  private static String source(Fields fields) {
    return Objects.requireNonNullElse(fields.text("source", LONGEST_KEY), "api");
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

  private static void check(JsonNode properties, String json, Fields fields) {
    if (!properties.isObject()) {
      fields.refuse("properties", properties.asText(), "must be a JSON object");
    } else if (json.length() > PROPERTIES) {
      fields.refuse(
          "properties", null, "must have at most %d characters as JSON".formatted(PROPERTIES));
    } else if (!Characters.storable(properties)) {
      fields.refuse(
          "properties",
          null,
          "must not hold the character NUL, halves of surrogate pairs, or numbers beyond 1.7e308");
    }
  }

  private static Instant time(String text, Instant now, Fields fields) {
    try {
      Instant time = Rfc3339.parse(text);
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
