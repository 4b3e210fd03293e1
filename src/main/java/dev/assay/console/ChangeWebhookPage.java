package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.security.Roles;
import dev.assay.webhook.ChangeEndpoint;
import dev.assay.webhook.CountTraffic;
import dev.assay.webhook.Endpoint;
import dev.assay.webhook.Endpoints;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;

/** Where an endpoint is changed. */
@Path("/webhooks/{id}/change")
@RolesAllowed(Roles.ADMIN)
class ChangeWebhookPage {
  private final Endpoints endpoints;
  private final CountTraffic traffic;
  private final ChangeEndpoint change;
  private final ObjectMapper json;
  private final Clock clock;

  ChangeWebhookPage(
      Endpoints endpoints,
      CountTraffic traffic,
      ChangeEndpoint change,
      ObjectMapper json,
      Clock clock) {
    this.endpoints = endpoints;
    this.traffic = traffic;
    this.change = change;
    this.json = json;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "webhooks")
  static class Templates {
    static native TemplateInstance change(EndpointShown shown, EndpointFields fields);
  }

  @GET
  public TemplateInstance form(@PathParam("id") String id) throws SQLException {
    Endpoint endpoint = endpoints.get(id);
    return Templates.change(
        new EndpointShown(endpoint, traffic.of(id), clock.instant()), EndpointFields.of(endpoint));
  }

  @PUT
  public Response change(@PathParam("id") String id, @BeanParam EndpointForm form)
      throws SQLException, JsonProcessingException {
    change.change(id, form.change(json, endpoints.get(id)));
    return Response.noContent().header("HX-Redirect", "/webhooks/" + id).build();
  }
}
