package dev.assay.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.problem.JsonReason;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Splits the body of a call into events, by its content type. */
@ApplicationScoped
class ReadBody {
  static final String NDJSON = "application/x-ndjson";
  static final String JSON_LINES = "application/jsonl";
  static final String CLOUD_EVENT = "application/cloudevents+json";
  static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

  /** Events in one call at most. */
  static final int MOST = 1_000;

  private static final List<String> CE_HEADERS =
      List.of("specversion", "id", "source", "type", "subject", "time", "lead", "email");

  private final ObjectMapper json;
  private final ObjectReader strict;

  ReadBody(ObjectMapper json) {
    this.json = json;
    this.strict = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * The events of a call.
   *
   * @param single whether the call is one event and not a list of one
   * @param lines whether the answer is to be one line per event
   */
  record Read(List<TakeEvents.Posted> events, boolean single, boolean lines) {}

  Read read(byte[] body, HttpHeaders headers) {
    String type =
        headers.getMediaType() == null
            ? ""
            : (headers.getMediaType().getType() + "/" + headers.getMediaType().getSubtype())
                .toLowerCase(Locale.ROOT);
    if (type.equals(NDJSON) || type.equals(JSON_LINES)) {
      return lines(body);
    }
    boolean binary = headers.getHeaderString("ce-specversion") != null;
    JsonNode root = parse(body, binary);
    if (binary) {
      return new Read(List.of(cloudEvent(fromHeaders(headers, root))), true, false);
    }
    if (type.equals(CLOUD_EVENT)) {
      return new Read(List.of(cloudEvent(root)), true, false);
    }
    boolean cloud = type.equals(CLOUD_EVENTS);
    if (!root.isArray()) {
      if (cloud) {
        throw Problems.badRequest("A batch of CloudEvents must be a JSON array.");
      }
      return new Read(List.of(new EventsResource.Parsed(root)), true, false);
    }
    refuseTooMany(root.size());
    List<TakeEvents.Posted> events = new ArrayList<>(root.size());
    for (JsonNode event : root) {
      events.add(cloud ? cloudEvent(event) : new EventsResource.Parsed(event));
    }
    return new Read(events, false, false);
  }

  private Read lines(byte[] body) {
    List<TakeEvents.Posted> events = new ArrayList<>();
    int from = 0;
    for (int to = 0; to <= body.length; to++) {
      if (to == body.length || body[to] == '\n') {
        byte[] line = Arrays.copyOfRange(body, from, to);
        from = to + 1;
        if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
          refuseTooMany(events.size() + 1);
          events.add(line(line, events.size() + 1));
        }
      }
    }
    return new Read(events, false, true);
  }

  /** From its bytes, so that a byte that is no UTF-8 is refused and not replaced. */
  private TakeEvents.Posted line(byte[] line, int number) {
    try {
      return new EventsResource.Parsed(strict.readTree(line));
    } catch (IOException malformed) {
      String text = new String(line, StandardCharsets.UTF_8);
      String why = "is not JSON: " + reason(malformed);
      return new Unread(null, new Violation("line " + number, text, why));
    }
  }

  private static TakeEvents.Posted cloudEvent(JsonNode event) {
    try {
      return new EventsResource.Parsed(CloudEvents.toEvent(event));
    } catch (EventRejected rejected) {
      return new Unread(event.path("id").textValue(), rejected.violations().get(0));
    }
  }

  /** CloudEvents in binary mode: attributes in ce- headers, the data as body. */
  private static JsonNode fromHeaders(HttpHeaders headers, JsonNode data) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (String name : CE_HEADERS) {
      String value = headers.getHeaderString("ce-" + name);
      if (value != null) {
        event.put(name, value);
      }
    }
    return event.set("data", data);
  }

  private JsonNode parse(byte[] body, boolean mayBeEmpty) {
    if (body.length == 0 && !mayBeEmpty) {
      throw Problems.badRequest("The body is empty; send an event, an array of events or NDJSON.");
    }
    try {
      return body.length == 0 ? JsonNodeFactory.instance.objectNode() : strict.readTree(body);
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      throw Problems.badRequest(
          "The body is not JSON at line %d, column %d: %s."
              .formatted(
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr(),
                  JsonReason.of(malformed)));
    } catch (IOException encoding) {
      throw Problems.badRequest("The body is not JSON in UTF-8: %s.".formatted(reason(encoding)));
    }
  }

  private static String reason(IOException malformed) {
    return malformed instanceof JsonProcessingException json
        ? JsonReason.of(json)
        : String.valueOf(malformed.getMessage());
  }

  private static void refuseTooMany(int events) {
    if (events > MOST) {
      throw Problems.tooLarge("A call may hold at most 1,000 events; send more calls.");
    }
  }

  /** One line per answer. */
  String lines(List<EventAnswer> answers) {
    StringBuilder lines = new StringBuilder();
    try {
      for (EventAnswer answer : answers) {
        lines.append(json.writeValueAsString(answer)).append('\n');
      }
    } catch (JsonProcessingException ofRecords) {
      throw new UncheckedIOException(ofRecords);
    }
    return lines.toString();
  }

  /** An event that cannot even be read. */
  private record Unread(@Nullable String id, Violation why) implements TakeEvents.Posted {
    @Override
    public JsonNode event() throws EventRejected {
      throw new EventRejected(List.of(why));
    }
  }
}
