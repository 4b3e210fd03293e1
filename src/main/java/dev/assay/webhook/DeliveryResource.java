package dev.assay.webhook;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The delivery log over HTTP. */
@Path("/v1/deliveries")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "What was sent, every try, and sending again")
class DeliveryResource {

  private final Deliveries deliveries;
  private final ReplayMessages replay;

  DeliveryResource(Deliveries deliveries, ReplayMessages replay) {
    this.deliveries = deliveries;
    this.replay = replay;
  }

  @GET
  @Operation(summary = "Deliveries, newest first")
  @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for more")
  @APIResponse(responseCode = "400", description = "A parameter cannot be")
  public DeliveryPage list(
      @RestQuery @Nullable String endpoint,
      @RestQuery @Nullable String lead,
      @RestQuery @Nullable @Parameter(description = "pending, delivered, failed or superseded")
          String state,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") @Parameter(description = "1 to 200") int limit)
      throws SQLException {
    return deliveries.page(new Deliveries.Filter(endpoint, lead, state), cursor, limit);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One delivery with what was sent and every try")
  @APIResponse(responseCode = "404", description = "No such delivery")
  public DeliveryDetail get(long id) throws SQLException {
    return deliveries.get(id);
  }

  @POST
  @Path("/{id}/replay")
  @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
  @Operation(summary = "Send again, with the same webhook-id and retries from the start")
  @APIResponse(responseCode = "202", description = "It is due now")
  @APIResponse(responseCode = "404", description = "No such delivery")
  @APIResponse(responseCode = "409", description = "Being tried now, or the endpoint is disabled")
  public DeliveryDetail replay(long id) throws SQLException {
    return replay.one(id);
  }
}
