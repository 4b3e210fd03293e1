package dev.assay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Occurrence;
import dev.assay.assessment.RuleSet;
import dev.assay.event.EventRejected;
import dev.assay.event.ReadEvent;
import dev.assay.json.ReadBodies;
import dev.assay.pipeline.CurrentRules;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import dev.assay.scoring.step.Profiles;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Assesses a lead that is sent along; nothing is stored. */
@Path("/v1/evaluate")
@RolesAllowed({Roles.INGEST, Roles.SALES, Roles.ANALYST})
@Tag(name = "Evaluate", description = "What would the rules say?")
class EvaluateResource {
  private static final int MOST = 10_000;

  private final CurrentRules rules;
  private final ReadBodies bodies;
  private final Clock clock;

  EvaluateResource(CurrentRules rules, ReadBodies bodies, Clock clock) {
    this.rules = rules;
    this.bodies = bodies;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Assess a lead without storing anything",
      description =
          "profile as in PUT /v1/leads/{lead}; events as in POST /v1/events, of which id and lead may"
              + " be left out; asOf defaults to now.")
  @RequestBody(
      required = true,
      content =
          @Content(
              example =
                  """
                  {"profile":{"title":"VP of Sales","employees":300},\
                  "events":[{"type":"demo_request"},{"type":"page_view","subject":"/pricing"}]}"""))
  public CompletionStage<Explanation> evaluate(byte[] body) {
    return bodies.read(
        body.length, () -> CompletableFuture.completedFuture(evaluate(bodies.whole(body))));
  }

  private Explanation evaluate(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw Problems.badRequest("Send a JSON object with profile, events and asOf, each optional.");
    }
    List<Violation> violations = new ArrayList<>();
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of("profile", "events", "asOf").contains(name)) {
                violations.add(new Violation(name, null, "is none of profile, events and asOf"));
              }
            });
    Instant asOf =
        body.hasNonNull("asOf") ? HistoryResource.time(body.get("asOf").asText()) : clock.instant();
    ReadProfile profile = new ReadProfile();
    ObjectNode known =
        body.hasNonNull("profile")
            ? profile.read(body.get("profile"))
            : JsonNodeFactory.instance.objectNode();
    violations.addAll(profile.violations());
    Activities activities = activities(body.path("events"), asOf, violations);
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
    RuleSet live = rules.current();
    Assessment assessment = live.assess(Profiles.lead(known), activities, asOf);
    return new Explanation(null, live.stages().step(assessment, null), assessment);
  }

  private static Activities activities(JsonNode events, Instant asOf, List<Violation> violations) {
    if (!events.isMissingNode() && !events.isArray() && !events.isNull()) {
      violations.add(new Violation("events", null, "must be a list"));
      return Activities.NONE;
    }
    if (events.size() > MOST) {
      throw Problems.tooLarge("A call may hold at most 10,000 events.");
    }
    List<Occurrence> occurrences = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      try {
        occurrences.add(ReadEvent.occurrence(events.get(i), asOf));
      } catch (EventRejected rejected) {
        for (Violation wrong : rejected.violations()) {
          violations.add(
              new Violation(
                  "events[%d].%s".formatted(i, wrong.field()), wrong.value(), wrong.message()));
        }
      }
    }
    return Activities.NONE.with(occurrences);
  }
}
