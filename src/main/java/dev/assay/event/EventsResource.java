package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.json.ReadBodies;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where other services post what leads do. */
@Path("/v1/events")
@RolesAllowed({Roles.INGEST})
@Tag(name = "Events", description = "What leads do")
class EventsResource {
  private final TakeEvents take;
  private final ReadBody bodies;
  private final ReadBodies large;
  private final SecurityIdentity caller;

  EventsResource(TakeEvents take, ReadBody bodies, ReadBodies large, SecurityIdentity caller) {
    this.take = take;
    this.large = large;
    this.bodies = bodies;
    this.caller = caller;
  }

  @POST
  @Consumes({
    MediaType.APPLICATION_JSON,
    ReadBody.NDJSON,
    ReadBody.JSON_LINES,
    ReadBody.CLOUD_EVENT,
    ReadBody.CLOUD_EVENTS
  })
  @Produces({MediaType.APPLICATION_JSON, ReadBody.NDJSON})
  @Operation(
      summary = "Post events",
      description =
          "One event, an array, NDJSON, or CloudEvents by content type; up to 1,000. An accepted"
              + " event is durable and scored when the answer arrives. Repeat a call whose answer"
              + " did not arrive: (lead, source, id) counts once, for ever. Events of type outcome"
              + " need the role sales. A key with the role ingest alone is told id, status and"
              + " problem of each event, and not where its lead stands.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema =
                @Schema(
                    example =
                        """
                        {"id":"e-1","lead":"l-42","type":"page_view","subject":"/pricing",\
                        "occurredAt":"2026-11-20T09:30:00Z","source":"website",\
                        "properties":{"seconds":95}}"""))
      })
  @APIResponse(
      responseCode = "200",
      description = "What became of each event, in the order of the call",
      content = @Content(schema = @Schema(implementation = EventAnswer.class)))
  @APIResponse(responseCode = "400", description = "A single event that cannot be taken")
  @APIResponse(responseCode = "403", description = "A single outcome without the role sales")
  @APIResponse(responseCode = "409", description = "A single event under an id that is taken")
  @APIResponse(responseCode = "410", description = "A single event of a lead that was erased")
  @APIResponse(responseCode = "413", description = "More than 1,000 events")
  @APIResponse(responseCode = "429", description = "Too much is waiting: come back later")
  @APIResponse(responseCode = "503", description = "The database is away: repeat the call")
  public CompletionStage<Response> post(byte[] body, @Context HttpHeaders headers) {
    boolean readsLeads = Roles.readsLeads(caller);
    boolean outcomes = Roles.reportsOutcomes(caller);
    ReadBody.Kind kind = ReadBody.Kind.of(headers);
    return large.read(body.length, () -> post(bodies.read(body, kind), readsLeads, outcomes));
  }

  private CompletionStage<Response> post(ReadBody.Read read, boolean readsLeads, boolean outcomes) {
    return take.take(read.events(), outcomes)
        .thenApply(
            all -> {
              if (read.single()) {
                EventAnswer taken = all.get(0).orProblem();
                return single(readsLeads ? taken : taken.ofEventAlone());
              }
              return many(
                  readsLeads ? all : all.stream().map(EventAnswer::ofEventAlone).toList(), read);
            });
  }

  private static Response single(EventAnswer answer) {
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Response many(List<EventAnswer> answers, ReadBody.Read read) {
    return read.lines()
        ? Response.ok(bodies.lines(answers), ReadBody.NDJSON).build()
        : Response.ok(answers, MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** An event of the call as JSON. */
  record Parsed(JsonNode event) implements TakeEvents.Posted {
    @Override
    public @Nullable String id() {
      return event.path("id").textValue();
    }
  }
}
