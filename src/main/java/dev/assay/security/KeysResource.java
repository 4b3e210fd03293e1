package dev.assay.security;

import dev.assay.problem.Problems;
import dev.assay.problem.VisibleText;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** API keys: made, listed and revoked by admins. */
@Path("/v1/keys")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Keys", description = "API keys and their roles; admins only")
class KeysResource {

  private static final Logger LOG = Logger.getLogger(KeysResource.class);

  private final KeyTable table;
  private final KeyRing ring;
  private final SecurityIdentity caller;

  KeysResource(KeyTable table, KeyRing ring, SecurityIdentity caller) {
    this.table = table;
    this.ring = ring;
    this.caller = caller;
  }

  /** What to call the key and what it may do. */
  record NewKey(
      @NotBlank @Size(max = 100) @Pattern(regexp = VisibleText.NAME, message = VisibleText.MESSAGE)
          String name,
      @NotEmpty @Size(max = 4)
          List<
                  @NotNull
                  @Pattern(
                      regexp = "ingest|sales|analyst|admin",
                      message = "must be one of ingest, sales, analyst, admin")
                  String>
              roles) {}

  /** A key with its secret, shown this once. */
  record MadeKey(String id, String name, List<String> roles, Instant createdAt, String key) {}

  /** All keys there are, the revoked ones too. */
  record Listed(List<ApiKey> keys) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a key", description = "The answer shows the key, once and for all")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = MadeKey.class)))
  public Response make(@NotNull @Valid NewKey wanted) throws SQLException {
    Token token = Token.random();
    List<String> roles = wanted.roles().stream().distinct().sorted().toList();
    ApiKey made = table.insert(token, wanted.name().strip(), roles);
    ring.refresh();
    LOG.infof("Key %s (%s, roles %s) made by key %s", made.id(), made.name(), roles, callerId());
    return Response.created(URI.create("/v1/keys/" + made.id()))
        .header("Cache-Control", "no-store")
        .entity(new MadeKey(made.id(), made.name(), roles, made.createdAt(), token.reveal()))
        .build();
  }

  @GET
  @Operation(summary = "List all keys", description = "Without their secrets, oldest first")
  public Listed list() throws SQLException {
    return new Listed(table.list());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Show one key", description = "Without its secret")
  public ApiKey show(String id) throws SQLException {
    return table.find(id).orElseThrow(() -> unknown(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Revoke a key",
      description = "Works at once here, on other replicas within seconds; may be repeated")
  @APIResponse(responseCode = "204", description = "Revoked, now or earlier")
  @APIResponse(responseCode = "409", description = "It is the last admin key")
  public void revoke(String id) throws SQLException {
    Revocation outcome = table.revoke(id);
    if (outcome instanceof Revocation.Unknown) {
      throw unknown(id);
    }
    if (outcome instanceof Revocation.LastAdmin) {
      throw Problems.conflict(
          "Key %s is the last usable one with the role admin; make another before revoking it."
              .formatted(id));
    }
    ring.refresh();
    LOG.infof("Key %s revoked by key %s", id, callerId());
  }

  private String callerId() {
    return caller.getPrincipal().getName();
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound(
        "There is no key %s; GET /v1/keys lists all. An id is the part between assay_ and _."
            .formatted(id.length() <= 16 ? id : "with that id"));
  }
}
