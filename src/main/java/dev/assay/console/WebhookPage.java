package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.security.Roles;
import dev.assay.webhook.CountTraffic;
import dev.assay.webhook.Deliveries;
import dev.assay.webhook.DeliveryDetail;
import dev.assay.webhook.DeliveryPage;
import dev.assay.webhook.Endpoint;
import dev.assay.webhook.Endpoints;
import dev.assay.webhook.SigningKeyView;
import dev.assay.webhook.SigningKeys;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One endpoint with its delivery log. */
@Path("/webhooks/{id}")
@RolesAllowed(Roles.ADMIN)
class WebhookPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS = 30;

  /** Replays begin with what failed in the last day, unless somebody says otherwise. */
  private static final Duration FAILED_WITHIN = Duration.ofDays(1);

  /** What is due so soon is waited for on its page. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Endpoints endpoints;
  private final CountTraffic traffic;
  private final SigningKeys keys;
  private final Deliveries deliveries;
  private final Clock clock;

  WebhookPage(
      Endpoints endpoints,
      CountTraffic traffic,
      SigningKeys keys,
      Deliveries deliveries,
      Clock clock) {
    this.endpoints = endpoints;
    this.traffic = traffic;
    this.keys = keys;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "webhooks")
  static class Templates {
    static native TemplateInstance endpoint(
        EndpointShown shown, List<SigningKeyView> keys, Log log, String failedSince);

    static native TemplateInstance log(Log log);

    static native TemplateInstance delivery(
        Endpoint endpoint, DeliveryDetail sent, String message, boolean soon);

    static native TemplateInstance tries(Endpoint endpoint, DeliveryDetail sent, boolean soon);
  }

  /** A page of the delivery log. */
  record Log(String endpoint, String state, List<String> states, DeliveryPage page) {}

  @GET
  public TemplateInstance show(
      @PathParam("id") String id,
      @QueryParam("state") @Nullable String state,
      @QueryParam("cursor") @Nullable String cursor)
      throws SQLException {
    Instant now = clock.instant();
    String since =
        now.minus(FAILED_WITHIN)
            .truncatedTo(ChronoUnit.MINUTES)
            .atOffset(ZoneOffset.UTC)
            .toLocalDateTime()
            .toString();
    Endpoint endpoint = endpoints.get(id);
    return Templates.endpoint(
        new EndpointShown(endpoint, traffic.of(id), now),
        keys.shown(id),
        page(id, state, cursor),
        since);
  }

  @GET
  @Path("log")
  public TemplateInstance log(
      @PathParam("id") String id, @QueryParam("state") @Nullable String state) throws SQLException {
    return Templates.log(page(endpoints.get(id).id(), state, null));
  }

  @GET
  @Path("deliveries/{delivery}")
  public TemplateInstance delivery(@PathParam("id") String id, @PathParam("delivery") long delivery)
      throws SQLException, JsonProcessingException {
    Endpoint endpoint = endpoints.get(id);
    DeliveryDetail sent = deliveries.get(id, delivery);
    String message = JSON.readTree(sent.payload()).toPrettyString();
    return Templates.delivery(endpoint, sent, message, soon(sent));
  }

  @GET
  @Path("deliveries/{delivery}/tries")
  public TemplateInstance tries(@PathParam("id") String id, @PathParam("delivery") long delivery)
      throws SQLException {
    DeliveryDetail sent = deliveries.get(id, delivery);
    return Templates.tries(endpoints.get(id), sent, soon(sent));
  }

  private Log page(String id, @Nullable String state, @Nullable String cursor) throws SQLException {
    String wanted = state == null || state.isEmpty() ? null : state;
    return new Log(
        id,
        wanted == null ? "" : wanted,
        Deliveries.STATES,
        deliveries.page(new Deliveries.Filter(id, null, wanted), cursor, ROWS));
  }

  private boolean soon(DeliveryDetail sent) {
    Instant next = sent.delivery().nextAttemptAt();
    return next != null && next.isBefore(clock.instant().plus(SOON));
  }
}
