package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/** Changes an endpoint; what is left out stays, and so does its kind. */
@Singleton
class ChangeEndpoint {

  private final Endpoints endpoints;
  private final EndpointTargets targets;
  private final TargetSettings targetSettings;

  ChangeEndpoint(Endpoints endpoints, EndpointTargets targets, TargetSettings targetSettings) {
    this.endpoints = endpoints;
    this.targets = targets;
    this.targetSettings = targetSettings;
  }

  /**
   * @return false when there is no such endpoint
   */
  boolean change(String id, EndpointRequest request) throws SQLException {
    if (request.preset() != null || request.site() != null) {
      throw Problems.invalid(
          "preset and site are for new endpoints; change config, which the preset filled in");
    }
    Optional<EndpointTargets.Stored> present = targets.find(id);
    if (present.isEmpty()) {
      return false;
    }
    EndpointKind kind = present.get().kind();
    if (request.kind() != null && request.kind() != kind) {
      throw Problems.invalid(
          "kind is %s, but this endpoint is of kind %s, which stays; add another endpoint"
              .formatted(request.kind().wireName(), kind.wireName()));
    }
    return endpoints.change(id, targetSettings.of(id, present.get(), request));
  }
}
