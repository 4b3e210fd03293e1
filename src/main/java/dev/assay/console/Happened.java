package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.lead.Timeline;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline in words.
 *
 * @param kind a class of the style sheet, too
 * @param awards which made a change of score, null where there are none to tell
 */
record Happened(
    Instant at, String kind, String what, @Nullable String detail, @Nullable AwardSteps awards) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Happened> all(List<Timeline.Entry> entries) {
    return entries.stream().map(Happened::of).toList();
  }

  private static Happened of(Timeline.Entry entry) {
    JsonNode what = read(entry.what());
    return switch (entry.kind()) {
      case "event" ->
          say(entry, words(what, "type", "subject"), "from " + what.path("source").asText());
      case "outcome" ->
          say(
              entry,
              what.path("subject").asText(),
              what.path("properties").path("reason").textValue());
      case "profile" -> say(entry, "Profile: " + names(what.path("patch")), null);
      case "score" ->
          say(
              entry,
              "Score " + what.path("score").asText(),
              "fit %s, engagement %s, grade %s, band %s"
                      .formatted(
                          what.path("fit").asText(),
                          what.path("engagement").asText(),
                          or(what, "grade", "none"),
                          or(what, "band", "none"))
                  + (entry.awards() == null ? "; by which awards, cannot be told any more" : ""));
      case "stage" ->
          say(
              entry,
              or(what, "from", "no stage") + " → " + or(what, "to", "no stage"),
              "at score " + what.path("score").asText());
      case "message" -> say(entry, what.path("type").asText(), deliveries(what));
      case "owner" ->
          say(entry, or(what, "from", "nobody") + " → " + or(what, "to", "nobody"), "owner");
      case "note" -> say(entry, what.path("text").asText(), "by " + what.path("author").asText());
      case "merge" -> say(entry, "Merged with " + what.path("from").asText(), null);
      default -> say(entry, entry.kind(), null);
    };
  }

  private static Happened say(Timeline.Entry entry, String what, @Nullable String detail) {
    return new Happened(entry.at(), entry.kind(), what, detail, AwardSteps.of(entry.awards()));
  }

  private static String words(JsonNode what, String first, String second) {
    return what.hasNonNull(second)
        ? what.path(first).asText() + " " + what.path(second).asText()
        : what.path(first).asText();
  }

  /** How it went with each endpoint that wanted the message. */
  private static String deliveries(JsonNode message) {
    List<String> states = new ArrayList<>();
    for (JsonNode delivery : message.path("deliveries")) {
      int tries = delivery.path("attempts").asInt();
      states.add(delivery.path("state").asText() + (tries > 1 ? " after " + tries + " tries" : ""));
    }
    return states.isEmpty() ? "wanted by no endpoint" : String.join(", ", states);
  }

  private static String or(JsonNode what, String field, String none) {
    return what.hasNonNull(field) ? what.path(field).asText() : none;
  }

  private static String names(JsonNode patch) {
    List<String> names = new ArrayList<>();
    patch.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names.subList(0, Math.min(8, names.size())));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
