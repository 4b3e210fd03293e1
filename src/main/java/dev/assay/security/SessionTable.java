package dev.assay.security;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All SQL about sessions of the console. */
@Singleton
class SessionTable {

  /** A session's last use is written down no more often than this. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final DataSource database;
  private final Clock clock;
  private final SecurityConfig config;

  SessionTable(DataSource database, Clock clock, SecurityConfig config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
  }

  /** Begins a session and forgets those that have ended by themselves. */
  void insert(String id, String key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from console_session where used_at <= ? or created_at <= ?");
        PreparedStatement insert =
            connection.prepareStatement("insert into console_session values (?, ?, ?, ?)")) {
      Instant now = clock.instant();
      delete.setObject(1, time(now.minus(config.sessionIdle())));
      delete.setObject(2, time(now.minus(config.sessionLifetime())));
      delete.executeUpdate();
      insert.setBytes(1, SessionId.hash(id));
      insert.setString(2, key);
      insert.setObject(3, time(now));
      insert.setObject(4, time(now));
      insert.executeUpdate();
    }
  }

  /**
   * The id of the key to which the session belongs, null if there is no such session any more.
   *
   * @param use whether this counts as a use, which keeps a session from ending
   */
  @Nullable String key(String id, boolean use) throws SQLException {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select api_key, used_at from console_session"
                    + " where hash = ? and used_at > ? and created_at > ?")) {
      byte[] hash = SessionId.hash(id);
      select.setBytes(1, hash);
      select.setObject(2, time(now.minus(config.sessionIdle())));
      select.setObject(3, time(now.minus(config.sessionLifetime())));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Instant used = row.getObject("used_at", OffsetDateTime.class).toInstant();
        if (use && used.plus(NOTED).isBefore(now)) {
          note(connection, hash, now);
        }
        return row.getString("api_key");
      }
    }
  }

  void delete(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from console_session where hash = ?")) {
      delete.setBytes(1, SessionId.hash(id));
      delete.executeUpdate();
    }
  }

  private static void note(Connection connection, byte[] hash, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update console_session set used_at = ? where hash = ?")) {
      update.setObject(1, time(now));
      update.setBytes(2, hash);
      update.executeUpdate();
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
