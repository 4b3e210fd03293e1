package dev.assay.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.json.BoundedParser;
import dev.assay.json.ReadBodies;
import dev.assay.problem.JsonReason;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
  private final ObjectReader inArrays;
  private final ReadBodies bodies;

  ReadBody(ObjectMapper json, ReadBodies bodies) {
    this.json = json;
    this.bodies = bodies;
    this.strict = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.inArrays = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * The events of a call.
   *
   * @param single whether the call is one event and not a list of one
   * @param lines whether the answer is to be one line per event
   */
  record Read(List<TakeEvents.Posted> events, boolean single, boolean lines) {}

  /**
   * What the headers say of a body; they are gone when it is read on a worker.
   *
   * @param type in lower case, without parameters; empty if there is none
   * @param cloudEvent the attributes of a CloudEvent in binary mode, null for other bodies
   */
  record Kind(String type, @Nullable ObjectNode cloudEvent) {
    static Kind of(HttpHeaders headers) {
      MediaType type = headers.getMediaType();
      return new Kind(
          type == null ? "" : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT),
          headers.getHeaderString("ce-specversion") == null ? null : attributes(headers));
    }
  }

  Read read(byte[] body, Kind kind) {
    if (kind.type().equals(NDJSON) || kind.type().equals(JSON_LINES)) {
      return lines(body);
    }
    if (kind.cloudEvent() != null) {
      JsonNode data = body.length == 0 ? JsonNodeFactory.instance.objectNode() : one(body);
      return new Read(List.of(cloudEvent(kind.cloudEvent().set("data", data))), true, false);
    }
    if (body.length == 0) {
      throw Problems.badRequest("The body is empty; send an event, an array of events or NDJSON.");
    }
    boolean cloud = kind.type().equals(CLOUD_EVENTS);
    try (BoundedParser parser = new BoundedParser(json.getFactory().createParser(body))) {
      if (kind.type().equals(CLOUD_EVENT) || parser.nextOutside() != JsonToken.START_ARRAY) {
        if (cloud) {
          throw Problems.badRequest("A batch of CloudEvents must be a JSON array.");
        }
        JsonNode event = one(body);
        return new Read(
            List.of(
                kind.type().equals(CLOUD_EVENT)
                    ? cloudEvent(event)
                    : new EventsResource.Parsed(event)),
            true,
            false);
      }
      return new Read(array(parser, cloud), false, false);
    } catch (IOException fault) {
      throw ReadBodies.problem(fault);
    }
  }

  private JsonNode one(byte[] body) {
    return Objects.requireNonNull(bodies.one(body));
  }

  private List<TakeEvents.Posted> array(BoundedParser parser, boolean cloud) throws IOException {
    List<TakeEvents.Posted> events = new ArrayList<>();
    while (parser.nextOutside() != JsonToken.END_ARRAY) {
      refuseTooMany(events.size() + 1);
      parser.restart();
      try {
        JsonNode event = inArrays.readTree(parser);
        events.add(cloud ? cloudEvent(event) : new EventsResource.Parsed(event));
      } catch (BoundedParser.TooLarge tooLarge) {
        parser.skipTo(1);
        events.add(
            new Unread(
                null,
                new Violation(
                    "event %d of the array".formatted(events.size() + 1),
                    null,
                    String.valueOf(tooLarge.getMessage()))));
      }
    }
    if (parser.nextOutside() != null) {
      throw Problems.badRequest(
          "The body goes on after the array of events; send the array alone.");
    }
    return events;
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
    try (BoundedParser parser = new BoundedParser(json.getFactory().createParser(line))) {
      return new EventsResource.Parsed(strict.readTree(parser));
    } catch (BoundedParser.TooLarge tooLarge) {
      return new Unread(
          null, new Violation("line " + number, null, String.valueOf(tooLarge.getMessage())));
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
  private static ObjectNode attributes(HttpHeaders headers) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (String name : CE_HEADERS) {
      String value = headers.getHeaderString("ce-" + name);
      if (value != null) {
        event.put(name, value);
      }
    }
    return event;
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
