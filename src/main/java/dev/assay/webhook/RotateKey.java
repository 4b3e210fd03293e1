package dev.assay.webhook;

import dev.assay.database.Transaction;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Gives an endpoint a new signing key, while the old one signs along for some time. */
@Singleton
public class RotateKey {

  /** Each is a signature in the header of every try. */
  private static final int MOST_KEYS = 6;

  private static final Duration OVERLAP = Duration.ofHours(24);
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  private final AgroalDataSource database;
  private final SigningKeys keys;
  private final SecretVault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RotateKey(AgroalDataSource database, SigningKeys keys, SecretVault vault, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Makes a new key.
   *
   * @param request null for a new secret and a day of overlap
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is no such endpoint (404), a value
   *     cannot be (400), or too many keys sign already (409)
   */
  public KeyRotated rotate(String endpoint, @Nullable RotationRequest request) throws SQLException {
    SignatureKind kind = kind(request == null ? null : request.kind());
    Duration overlap = overlap(request == null ? null : request.overlap());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant until = now.plus(overlap);
    if (kind == SignatureKind.V1) {
      Secret secret = Secret.generate(random);
      store(endpoint, secret, null, now, until);
      return new KeyRotated(kind, secret.reveal(), null, until);
    }
    Ed25519Key.Pair pair = Ed25519Key.generate();
    store(endpoint, pair.key(), pair.publicBytes(), now, until);
    return new KeyRotated(kind, null, pair.shown(), until);
  }

  /** Signs no longer with keys of this kind. */
  void remove(String endpoint, SignatureKind kind) throws SQLException {
    inTransaction(
        endpoint,
        connection -> {
          if (keys.remove(connection, endpoint, kind, clock.instant()) == 0) {
            throw Problems.conflict(
                "The last signature stays",
                "Endpoint '%s' would send without any signature. Rotate a key of the other kind into it first"
                    .formatted(endpoint));
          }
        });
  }

  private void store(
      String endpoint, SigningKey key, byte @Nullable [] publicKey, Instant now, Instant until)
      throws SQLException {
    SealedKey sealed = SealedKey.of(key, endpoint, vault);
    inTransaction(
        endpoint,
        connection -> {
          if (keys.replace(connection, endpoint, sealed, publicKey, now, until) > MOST_KEYS) {
            throw Problems.conflict(
                "Too many keys sign",
                "Endpoint '%s' would sign with more than %d keys at once. Wait until an old one ends (GET /v1/webhooks/%s/secret), or pass a shorter overlap"
                    .formatted(endpoint, MOST_KEYS, endpoint));
          }
        });
  }

  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  private void inTransaction(String endpoint, Work work) throws SQLException {
    Transaction.run(
        database,
        connection -> {
          if (!keys.lock(connection, endpoint)) {
            throw Problems.unknownEndpoint(endpoint);
          }
          work.run(connection);
          return endpoint;
        });
  }

  static SignatureKind kind(@Nullable String name) {
    return name == null
        ? SignatureKind.V1
        : SignatureKind.named(name)
            .orElseThrow(
                () -> Problems.invalid("kind is '%s'; expected v1 or v1a".formatted(name)));
  }

  private static Duration overlap(@Nullable String text) {
    try {
      Duration overlap = text == null ? OVERLAP : Duration.parse(text);
      if (!overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0) {
        return overlap;
      }
    } catch (DateTimeException unreadable) {
      // Told below.
    }
    throw Problems.invalid(
        "overlap is '%s'; expected an ISO 8601 duration from PT0S to P7D, such as PT24H"
            .formatted(text));
  }
}
