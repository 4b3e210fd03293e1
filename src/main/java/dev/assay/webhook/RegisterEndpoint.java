package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Adds an endpoint and makes its secret. */
@Singleton
public class RegisterEndpoint {

  private final Endpoints endpoints;
  private final TargetSettings targetSettings;
  private final SecretVault vault;
  private final SortableId ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RegisterEndpoint(
      Endpoints endpoints,
      TargetSettings targetSettings,
      SecretVault vault,
      SortableId ids,
      Clock clock) {
    this.endpoints = endpoints;
    this.targetSettings = targetSettings;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Adds what is asked for.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what cannot be (400)
   */
  public EndpointCreated register(EndpointRequest asked) throws SQLException {
    EndpointRequest request = FillPreset.of(asked);
    EndpointKind kind = Objects.requireNonNullElse(request.kind(), EndpointKind.WEBHOOK);
    if (kind == EndpointKind.WEBHOOK && request.url() == null) {
      throw Problems.invalid("url is missing; expected where to send, such as https://host/path");
    }
    String id = ids.next("ep");
    List<Setting> settings = targetSettings.of(id, EndpointTargets.Stored.none(kind), request);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (kind != EndpointKind.WEBHOOK) {
      return new EndpointCreated(endpoints.add(id, settings, null, now), "");
    }
    Secret secret = Secret.generate(random);
    Endpoint endpoint = endpoints.add(id, settings, SealedKey.of(secret, id, vault), now);
    return new EndpointCreated(endpoint, secret.reveal());
  }
}
