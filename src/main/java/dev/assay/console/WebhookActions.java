package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import dev.assay.webhook.ChangeEndpoint;
import dev.assay.webhook.Deliveries;
import dev.assay.webhook.DeliveryDetail;
import dev.assay.webhook.Endpoints;
import dev.assay.webhook.KeyRotated;
import dev.assay.webhook.ReplayMessages;
import dev.assay.webhook.ReplayRequest;
import dev.assay.webhook.Replayed;
import dev.assay.webhook.RotateKey;
import dev.assay.webhook.RotationRequest;
import dev.assay.webhook.TryEndpoint;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What is done about an endpoint and its deliveries. */
@Path("/webhooks/{id}")
@RolesAllowed(Roles.ADMIN)
class WebhookActions {

  /** The page reads its log again when it hears of this. */
  private static final String LOGGED = "logged";

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final ChangeEndpoint change;
  private final TryEndpoint test;
  private final RotateKey rotate;
  private final ReplayMessages replay;
  private final ObjectMapper json;

  WebhookActions(
      Endpoints endpoints,
      ChangeEndpoint change,
      TryEndpoint test,
      RotateKey rotate,
      ReplayMessages replay,
      ObjectMapper json,
      Deliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.change = change;
    this.test = test;
    this.rotate = rotate;
    this.replay = replay;
    this.json = json;
  }

  @CheckedTemplate(basePath = "webhooks")
  static class Templates {
    static native TemplateInstance tested(DeliveryDetail sent);

    static native TemplateInstance rotated(KeyRotated key);

    static native TemplateInstance replayed(Replayed replayed);
  }

  @POST
  @Path("test")
  public Response test(@PathParam("id") String id) throws SQLException {
    return logged(Templates.tested(test.send(id)));
  }

  @POST
  @Path("enabled")
  public Response enabled(
      @PathParam("id") String id, @FormParam("enabled") @DefaultValue("true") boolean enabled)
      throws SQLException, JsonProcessingException {
    change.change(id, EndpointForm.enabled(json, enabled));
    return Response.noContent().header("HX-Refresh", "true").build();
  }

  @POST
  @Path("rotate")
  public TemplateInstance rotate(
      @PathParam("id") String id,
      @FormParam("kind") @DefaultValue("v1") String kind,
      @FormParam("overlap") @DefaultValue("PT24H") String overlap)
      throws SQLException {
    return Templates.rotated(rotate.rotate(id, new RotationRequest(kind, overlap)));
  }

  @POST
  @Path("replay")
  public Response replay(
      @PathParam("id") String id, @FormParam("since") @DefaultValue("") String since)
      throws SQLException {
    return logged(Templates.replayed(replay.replay(id, new ReplayRequest(instant(since), null))));
  }

  @POST
  @Path("deliveries/{delivery}/replay")
  public Response replay(@PathParam("id") String id, @PathParam("delivery") long delivery)
      throws SQLException {
    deliveries.get(id, delivery);
    replay.one(delivery);
    return Response.noContent()
        .header("HX-Redirect", "/webhooks/%s/deliveries/%d".formatted(id, delivery))
        .build();
  }

  @DELETE
  public Response delete(@PathParam("id") String id) throws SQLException {
    endpoints.remove(id);
    return Response.noContent().header("HX-Redirect", "/webhooks").build();
  }

  private static Response logged(TemplateInstance part) {
    return Response.ok(part).header("HX-Trigger", LOGGED).build();
  }

  private static Instant instant(String local) {
    try {
      return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noTime) {
      throw Problems.badRequest("Choose a day and a time, in UTC, such as 2026-11-20T09:30.");
    }
  }
}
