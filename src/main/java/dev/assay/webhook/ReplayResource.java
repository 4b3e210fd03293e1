package dev.assay.webhook;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
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

  private final ReplayMessages replay;

  ReplayResource(ReplayMessages replay) {
    this.replay = replay;
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
    return replay.replay(id, request);
  }
}
