package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Adds an endpoint and makes its secret. */
@Singleton
class RegisterEndpoint {

  private final Endpoints endpoints;
  private final AddressGuard guard;
  private final SecretVault vault;
  private final SortableId ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RegisterEndpoint(
      Endpoints endpoints, AddressGuard guard, SecretVault vault, SortableId ids, Clock clock) {
    this.endpoints = endpoints;
    this.guard = guard;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  EndpointCreated register(EndpointRequest request) throws SQLException {
    if (request.url() == null) {
      throw Problems.invalid("url is missing; expected where to send, such as https://host/path");
    }
    request.check(guard);
    String id = ids.next("ep");
    Secret secret = Secret.generate(random);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Endpoint endpoint = endpoints.add(id, request.settings(), SealedKey.of(secret, id, vault), now);
    return new EndpointCreated(endpoint, secret.reveal());
  }
}
