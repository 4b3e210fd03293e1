package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.problem.Violation;
import java.util.List;
import java.util.Set;

/**
 * Turns a CloudEvent (CNCF CloudEvents 1.0, JSON format) into an event of ours: id, source, type,
 * subject and time as they are; the lead from the extension attribute {@code lead} or {@code
 * email}, or from a member of that name in the data; the rest of the data becomes the properties.
 */
final class CloudEvents {
  private static final Set<String> OF_LEAD = Set.of("lead", "email");

  private CloudEvents() {}

  static JsonNode toEvent(JsonNode cloudEvent) throws EventRejected {
    if (!cloudEvent.path("specversion").asText().equals("1.0")) {
      throw rejected("specversion", cloudEvent.path("specversion").asText(), "must be \"1.0\"");
    }
    if (cloudEvent.has("data_base64")) {
      throw rejected("data_base64", null, "is not taken; send the data as JSON under data");
    }
    JsonNode data = cloudEvent.path("data");
    if (!data.isMissingNode() && !data.isNull() && !data.isObject()) {
      throw rejected("data", data.asText(), "must be a JSON object");
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    copy(cloudEvent, "id", event, "id");
    copy(cloudEvent, "source", event, "source");
    copy(cloudEvent, "type", event, "type");
    copy(cloudEvent, "subject", event, "subject");
    copy(cloudEvent, "time", event, "occurredAt");
    boolean named = OF_LEAD.stream().anyMatch(cloudEvent::has);
    OF_LEAD.forEach(name -> copy(named ? cloudEvent : data, name, event, name));
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (var member : data.properties()) {
      if (named || !OF_LEAD.contains(member.getKey())) {
        properties.set(member.getKey(), member.getValue());
      }
    }
    if (!properties.isEmpty()) {
      event.set("properties", properties);
    }
    return event;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.hasNonNull(name)) {
      to.set(as, from.get(name));
    }
  }

  private static EventRejected rejected(
      String field, @org.jspecify.annotations.Nullable String value, String message) {
    return new EventRejected(List.of(new Violation(field, value, message)));
  }
}
