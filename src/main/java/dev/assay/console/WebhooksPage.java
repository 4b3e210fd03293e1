package dev.assay.console;

import dev.assay.security.Roles;
import dev.assay.webhook.CountTraffic;
import dev.assay.webhook.Endpoint;
import dev.assay.webhook.Endpoints;
import dev.assay.webhook.Traffic;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where messages are sent, and how that goes. */
@Path("/webhooks")
@RolesAllowed(Roles.ADMIN)
class WebhooksPage {
  private final Endpoints endpoints;
  private final CountTraffic traffic;
  private final Clock clock;

  WebhooksPage(Endpoints endpoints, CountTraffic traffic, Clock clock) {
    this.endpoints = endpoints;
    this.traffic = traffic;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "webhooks")
  static class Templates {
    static native TemplateInstance page(List<EndpointShown> endpoints);
  }

  @GET
  public TemplateInstance list() throws SQLException {
    Map<String, Traffic> counted = traffic.ofAll();
    List<EndpointShown> shown = new ArrayList<>();
    for (Endpoint endpoint : endpoints.all()) {
      Traffic its = Objects.requireNonNullElse(counted.get(endpoint.id()), Traffic.NONE);
      shown.add(new EndpointShown(endpoint, its, clock.instant()));
    }
    return Templates.page(shown);
  }
}
