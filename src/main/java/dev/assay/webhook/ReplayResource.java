package dev.assay.webhook;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sending many messages again, over HTTP. */
@Path("/v1/webhooks/{id}/replay")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class ReplayResource {

  private static final Instant OLDEST = Instant.EPOCH;
  private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

  private final Endpoints endpoints;
  private final ReplayMessages replay;
  private final DeliveryLoop loop;
  private final Clock clock;

  ReplayResource(Endpoints endpoints, ReplayMessages replay, DeliveryLoop loop, Clock clock) {
    this.endpoints = endpoints;
    this.replay = replay;
    this.loop = loop;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
  @Operation(summary = "Send all that failed since a time again, or all that is kept about a lead")
  @APIResponse(responseCode = "202", description = "So many are due now")
  @APIResponse(responseCode = "400", description = "Neither or both were asked for")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  @APIResponse(responseCode = "409", description = "The endpoint is disabled")
  public Replayed replay(String id, @Nullable ReplayRequest request) throws SQLException {
    Endpoint endpoint = endpoints.find(id).orElseThrow(() -> Problems.unknownEndpoint(id));
    if (!endpoint.enabled()) {
      throw Problems.conflict(
          "Nothing can be replayed now", "Endpoint %s is disabled. Enable it first".formatted(id));
    }
    Replayed replayed = start(id, request);
    loop.wake();
    return replayed;
  }

  private Replayed start(String endpoint, @Nullable ReplayRequest request) throws SQLException {
    Instant since = request == null ? null : request.failedSince();
    String lead = request == null ? null : request.lead();
    if ((since == null) == (lead == null)) {
      throw Problems.invalid(
          "The body must hold either failedSince, such as"
              + " {\"failedSince\":\"2026-11-20T00:00:00Z\"}, or lead, such as"
              + " {\"lead\":\"l-42\"}");
    }
    if (lead != null) {
      if (lead.isEmpty() || lead.indexOf('\0') >= 0) {
        throw Problems.invalid("lead must be the key of a lead, such as l-42");
      }
      return replay.history(endpoint, lead, clock.instant());
    }
    if (since == null || since.isBefore(OLDEST) || since.isAfter(NEWEST)) {
      throw Problems.invalid("failedSince is '%s'; expected a time since 1970".formatted(since));
    }
    return replay.failedSince(endpoint, since, clock.instant());
  }
}
