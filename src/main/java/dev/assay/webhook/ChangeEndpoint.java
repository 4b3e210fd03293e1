package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Changes an endpoint; what is left out stays, and so does its kind. */
@Singleton
public class ChangeEndpoint {

  private final Endpoints endpoints;
  private final EndpointTargets targets;
  private final TargetSettings targetSettings;
  private final DeliveryLoop loop;

  ChangeEndpoint(
      Endpoints endpoints,
      EndpointTargets targets,
      TargetSettings targetSettings,
      DeliveryLoop loop) {
    this.endpoints = endpoints;
    this.targets = targets;
    this.targetSettings = targetSettings;
    this.loop = loop;
  }

  /**
   * Changes what is asked for; what waits for it may then be due.
   *
   * @return the endpoint as it is then
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is none (404) or a value cannot be
   *     (400)
   */
  public Endpoint change(String id, EndpointRequest request) throws SQLException {
    if (request.preset() != null || request.site() != null) {
      throw Problems.invalid(
          "preset and site are for new endpoints; change config, which the preset filled in");
    }
    EndpointTargets.Stored present =
        targets.find(id).orElseThrow(() -> Problems.unknownEndpoint(id));
    EndpointKind kind = present.kind();
    if (request.kind() != null && request.kind() != kind) {
      throw Problems.invalid(
          "kind is %s, but this endpoint is of kind %s, which stays; add another endpoint"
              .formatted(request.kind().wireName(), kind.wireName()));
    }
    endpoints.change(id, targetSettings.of(id, present, request));
    loop.wake();
    return endpoints.get(id);
  }
}
