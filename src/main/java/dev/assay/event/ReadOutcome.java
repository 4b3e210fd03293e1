package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.assessment.Assessing;
import dev.assay.problem.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what sales report about a lead into an event, whose subject is the outcome. */
record ReadOutcome(String lead, JsonNode posted) implements TakeEvents.Posted {
  private static final Set<String> NAMES =
      Set.of("id", "outcome", "reason", "occurredAt", "source");

  /** What sales can find out. */
  private static final List<String> OUTCOMES = List.of("accepted", "rejected", "won", "lost");

  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_KEY = 200;

  @Override
  public @Nullable String id() {
    return posted.path("id").textValue();
  }

  @Override
  public JsonNode event() throws EventRejected {
    if (!posted.isObject()) {
      throw new EventRejected(
          List.of(new Violation("outcome", posted.toString(), "must be a JSON object")));
    }
    Fields fields = new Fields(posted);
    fields.allowOnly(
        NAMES, "is not a field of an outcome; those are " + NAMES.stream().sorted().toList());
    String outcome = fields.required("outcome", LONGEST_KEY);
    if (!outcome.isEmpty() && !OUTCOMES.contains(outcome)) {
      fields.refuse("outcome", outcome, "must be one of " + String.join(", ", OUTCOMES));
    }
    String reason = fields.text("reason", LONGEST_REASON);
    if (reason == null && outcome.equals("rejected")) {
      fields.required("reason", LONGEST_REASON);
    }
    String source = Objects.requireNonNullElse(fields.text("source", LONGEST_KEY), "sales");
    fields.check();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.set("id", posted.path("id"));
    // A lead that was created by its e-mail address has that as its key, which may be longer.
    event.put(lead.length() <= LONGEST_KEY ? "lead" : "email", lead);
    event.put("type", Assessing.OUTCOME);
    event.put("subject", outcome);
    event.put("source", source);
    if (posted.hasNonNull("occurredAt")) {
      event.set("occurredAt", posted.get("occurredAt"));
    }
    if (reason != null) {
      event.putObject("properties").put("reason", reason);
    }
    return event;
  }
}
