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
import java.time.Clock;
import java.util.List;
import java.util.Set;
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

  private static final Set<String> STATES = Set.of("pending", "delivered", "failed", "superseded");
  private static final int MAX_LIMIT = 200;

  private final Deliveries deliveries;
  private final DeliveryLoop loop;
  private final Clock clock;

  DeliveryResource(Deliveries deliveries, DeliveryLoop loop, Clock clock) {
    this.deliveries = deliveries;
    this.loop = loop;
    this.clock = clock;
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
    if (state != null && !STATES.contains(state)) {
      throw Problems.invalid(
          "state is '%s'; expected pending, delivered, failed or superseded".formatted(state));
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.invalid("limit is %d; expected 1 to %d".formatted(limit, MAX_LIMIT));
    }
    var filter = new Deliveries.Filter(endpoint, lead, state);
    List<DeliveryView> found = deliveries.newest(filter, position(cursor), limit + 1);
    return found.size() <= limit
        ? new DeliveryPage(found, null)
        : new DeliveryPage(found.subList(0, limit), Long.toString(found.get(limit - 1).id()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One delivery with what was sent and every try")
  @APIResponse(responseCode = "404", description = "No such delivery")
  public DeliveryDetail get(long id) throws SQLException {
    return deliveries.find(id).orElseThrow(() -> Problems.unknownDelivery(id));
  }

  @POST
  @Path("/{id}/replay")
  @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
  @Operation(summary = "Send again, with the same webhook-id and retries from the start")
  @APIResponse(responseCode = "202", description = "It is due now")
  @APIResponse(responseCode = "404", description = "No such delivery")
  @APIResponse(responseCode = "409", description = "Being tried now, or the endpoint is disabled")
  public DeliveryDetail replay(long id) throws SQLException {
    DeliveryDetail before = get(id);
    if (!deliveries.replay(id, clock.instant())) {
      throw Problems.conflict(
          "The delivery cannot be replayed now",
          "Delivery %d is being tried at this moment, or its endpoint %s is disabled. Wait half a minute, or enable the endpoint first"
              .formatted(id, before.delivery().endpoint()));
    }
    loop.wake();
    return get(id);
  }

  private static long position(@Nullable String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw Problems.invalid(
          "cursor is '%s'; expected the value of next of the page before".formatted(cursor));
    }
  }
}
