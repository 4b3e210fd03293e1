package dev.assay.webhook;

import dev.assay.target.Preset;
import dev.assay.target.Presets;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Endpoints over HTTP. */
@Path("/v1/webhooks")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Where messages are sent")
class WebhookResource {

  private final RegisterEndpoint registerEndpoint;
  private final TryEndpoint tryEndpoint;
  private final Endpoints endpoints;
  private final ChangeEndpoint changeEndpoint;

  WebhookResource(
      RegisterEndpoint registerEndpoint,
      TryEndpoint tryEndpoint,
      Endpoints endpoints,
      ChangeEndpoint changeEndpoint) {
    this.registerEndpoint = registerEndpoint;
    this.tryEndpoint = tryEndpoint;
    this.endpoints = endpoints;
    this.changeEndpoint = changeEndpoint;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add an endpoint; the answer holds its secret, this once")
  @APIResponse(responseCode = "201", description = "Added; Location names it")
  @APIResponse(responseCode = "400", description = "A value cannot be, such as a private address")
  public RestResponse<EndpointCreated> create(@Nullable EndpointRequest request)
      throws SQLException {
    EndpointCreated created = registerEndpoint.register(present(request));
    return RestResponse.ResponseBuilder.<EndpointCreated>created(
            URI.create("/v1/webhooks/" + created.endpoint().id()))
        .header("Cache-Control", "no-store")
        .entity(created)
        .build();
  }

  @GET
  @Operation(summary = "All endpoints, oldest first")
  public List<Endpoint> list() throws SQLException {
    return endpoints.all();
  }

  @GET
  @Path("/presets")
  @Operation(summary = "Templates for known CRMs, to be named when an endpoint is added")
  public List<Preset> presets() {
    return Presets.all();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One endpoint")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  public Endpoint get(String id) throws SQLException {
    return endpoints.get(id);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change an endpoint; what is left out stays")
  @APIResponse(responseCode = "200", description = "The endpoint as it is now")
  @APIResponse(responseCode = "400", description = "A value cannot be, such as a private address")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  public Endpoint change(String id, @Nullable EndpointRequest request) throws SQLException {
    return changeEndpoint.change(id, present(request));
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(RestResponse.StatusCode.NO_CONTENT)
  @Operation(summary = "Remove an endpoint with its deliveries")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  public void delete(String id) throws SQLException {
    endpoints.remove(id);
  }

  @POST
  @Path("/{id}/test")
  @Operation(summary = "Send a test message once, now, and tell what came of it")
  @APIResponse(responseCode = "200", description = "The delivery with its attempt, failed or not")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  public DeliveryDetail test(String id) throws SQLException {
    return tryEndpoint.send(id);
  }

  private static EndpointRequest present(@Nullable EndpointRequest request) {
    if (request == null) {
      throw Problems.invalid(
          "The body is empty; expected a JSON object such as {\"url\":\"https://host/path\"}");
    }
    return request;
  }
}
