package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored signing keys of the endpoints. */
@Singleton
public class SigningKeys {

  /** Those that sign at a moment, the newest first. */
  private static final String SIGNING =
      """
      select kind, sealed, public_key, created_at, signs_until
      from signing_key
      where endpoint = ? and (signs_until is null or signs_until > ?::timestamptz)
      order by id desc
      """;

  private final AgroalDataSource database;
  private final Clock clock;

  SigningKeys(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One key that signs, and what may be told of it. */
  record Stored(SealedKey key, SigningKeyView view) {}

  /** What may be told of the keys that sign an endpoint's messages, newest first. */
  public List<SigningKeyView> shown(String endpoint) throws SQLException {
    return signing(endpoint, clock.instant()).stream().map(Stored::view).toList();
  }

  List<Stored> signing(String endpoint, Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return signing(connection, endpoint, now);
    }
  }

  /**
   * Makes this the endpoint's key of its kind. Others wait while the caller's transaction lasts.
   *
   * @param overlap until when the key from before signs along
   * @return how many keys sign now
   */
  int replace(
      Connection connection,
      String endpoint,
      SealedKey key,
      byte @Nullable [] publicKey,
      Instant now,
      Instant overlap)
      throws SQLException {
    remove(connection, "signs_until <= ?::timestamptz", endpoint, now.toString());
    try (PreparedStatement end =
        connection.prepareStatement(
            """
            update signing_key set signs_until = ?::timestamptz
            where endpoint = ? and kind = ? and signs_until is null
            """)) {
      end.setString(1, overlap.toString());
      end.setString(2, endpoint);
      end.setString(3, key.kind().wireName());
      end.executeUpdate();
    }
    try (PreparedStatement add =
        connection.prepareStatement(
            """
            insert into signing_key (endpoint, kind, sealed, public_key, created_at)
            values (?, ?, ?, ?, ?::timestamptz)
            """)) {
      add.setString(1, endpoint);
      add.setString(2, key.kind().wireName());
      add.setBytes(3, key.secret().bytes());
      add.setBytes(4, publicKey);
      add.setString(5, now.toString());
      add.executeUpdate();
    }
    return signing(connection, endpoint, now).size();
  }

  /**
   * Removes all keys of a kind.
   *
   * @return how many keys sign now
   */
  int remove(Connection connection, String endpoint, SignatureKind kind, Instant now)
      throws SQLException {
    remove(connection, "kind = ?", endpoint, kind.wireName());
    return signing(connection, endpoint, now).size();
  }

  /**
   * Keeps others from changing the endpoint's keys until the transaction ends.
   *
   * @return false when there is no such endpoint
   */
  boolean lock(Connection connection, String endpoint) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select from webhook_endpoint where id = ? for no key update")) {
      lock.setString(1, endpoint);
      try (ResultSet row = lock.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void remove(Connection connection, String condition, String endpoint, String value)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from signing_key where endpoint = ? and " + condition)) {
      delete.setString(1, endpoint);
      delete.setString(2, value);
      delete.executeUpdate();
    }
  }

  private static List<Stored> signing(Connection connection, String endpoint, Instant now)
      throws SQLException {
    List<Stored> keys = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SIGNING)) {
      select.setString(1, endpoint);
      select.setString(2, now.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          SignatureKind kind = SignatureKind.named(row.getString("kind")).orElseThrow();
          byte[] publicKey = row.getBytes("public_key");
          OffsetDateTime until = row.getObject("signs_until", OffsetDateTime.class);
          keys.add(
              new Stored(
                  new SealedKey(kind, new SealedSecret(row.getBytes("sealed"))),
                  new SigningKeyView(
                      kind,
                      publicKey == null ? null : Ed25519Key.show(publicKey),
                      row.getObject("created_at", OffsetDateTime.class).toInstant(),
                      until == null ? null : until.toInstant())));
        }
      }
    }
    return keys;
  }
}
