package dev.assay.webhook;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What signs an endpoint's messages, over HTTP. */
@Path("/v1/webhooks/{id}/secret")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class SecretResource {

  private final RotateKey rotateKey;
  private final SigningKeys keys;
  private final Endpoints endpoints;

  SecretResource(RotateKey rotateKey, SigningKeys keys, Endpoints endpoints) {
    this.rotateKey = rotateKey;
    this.keys = keys;
    this.endpoints = endpoints;
  }

  @GET
  @Operation(summary = "The keys that sign, newest first, without anything secret")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  public List<SigningKeyView> list(String id) throws SQLException {
    return keys.shown(endpoints.get(id).id());
  }

  @POST
  @Path("/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replace the secret, or add or replace the Ed25519 key")
  @APIResponse(responseCode = "200", description = "The new secret, this once, or the public key")
  @APIResponse(responseCode = "400", description = "A value cannot be")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  @APIResponse(responseCode = "409", description = "Too many keys sign already")
  public RestResponse<KeyRotated> rotate(String id, @Nullable RotationRequest request)
      throws SQLException {
    return RestResponse.ResponseBuilder.ok(rotateKey.rotate(id, request))
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("/{kind}")
  @ResponseStatus(RestResponse.StatusCode.NO_CONTENT)
  @Operation(summary = "Sign no longer with keys of this kind (v1, v1a)")
  @APIResponse(responseCode = "404", description = "No such endpoint")
  @APIResponse(responseCode = "409", description = "No other key would be left")
  public void remove(String id, String kind) throws SQLException {
    rotateKey.remove(id, RotateKey.kind(kind));
  }
}
