package dev.assay.security;

import dev.assay.database.Transaction;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All SQL about API keys. */
@Singleton
class KeyTable {

  /**
   * Held while it is decided whether an admin key is left, so that two deciders cannot both say
   * yes.
   */
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('assay.api_key'))";

  private static final String COLUMNS = "id, name, roles, created_at, revoked_at";
  private static final int TIMEOUT_SECONDS = 5;

  private final DataSource database;
  private final Clock clock;

  KeyTable(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Every key that may be used now, by id. */
  Map<String, HeldKey> usable() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id, name, roles, hash from api_key where revoked_at is null")) {
      select.setQueryTimeout(TIMEOUT_SECONDS);
      Map<String, HeldKey> keys = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String id = row.getString("id");
          keys.put(
              id,
              new HeldKey(id, row.getString("name"), Set.copyOf(roles(row)), row.getBytes("hash")));
        }
      }
      return Map.copyOf(keys);
    }
  }

  List<ApiKey> list() throws SQLException {
    return select("select " + COLUMNS + " from api_key order by created_at, id", null);
  }

  Optional<ApiKey> find(String id) throws SQLException {
    return select("select " + COLUMNS + " from api_key where id = ?", id).stream().findFirst();
  }

  ApiKey insert(Token token, String name, List<String> roles) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return insert(connection, token, name, roles);
    }
  }

  /** Revokes the key unless it is the last that has the role admin. */
  Revocation revoke(String id) throws SQLException {
    return locked(
        connection -> {
          if (!exists(connection, "select 1 from api_key where id = ?", id)) {
            return new Revocation.Unknown();
          }
          if (isLastAdmin(connection, id)) {
            return new Revocation.LastAdmin();
          }
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update api_key set revoked_at = ? where id = ? and revoked_at is null")) {
            update.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            update.setString(2, id);
            update.executeUpdate();
          }
          return new Revocation.Done();
        });
  }

  /**
   * Stores an admin key when none is usable. The key is handed over before the commit: when the
   * hand-over fails, no key exists that nobody knows.
   */
  void ensureAdmin(Token token, HandOver handOver) throws SQLException {
    locked(
        connection -> {
          String usableAdmin =
              "select 1 from api_key where revoked_at is null and 'admin' = any(roles)";
          if (!exists(connection, usableAdmin, null)) {
            insert(connection, token, "first admin", List.of(Roles.ADMIN));
            handOver.accept(token);
          }
          return true;
        });
  }

  /** Brings a new key to whoever is to have it. */
  interface HandOver {
    void accept(Token token);
  }

  private <T> T locked(Transaction.Work<T, SQLException> work) throws SQLException {
    return Transaction.run(
        database,
        connection -> {
          try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.execute();
          }
          return work.run(connection);
        });
  }

  private ApiKey insert(Connection connection, Token token, String name, List<String> roles)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into api_key (id, name, roles, hash, created_at) values (?, ?, ?, ?, ?)")) {
      insert.setString(1, token.id());
      insert.setString(2, name);
      insert.setArray(3, connection.createArrayOf("text", roles.toArray()));
      insert.setBytes(4, token.hash());
      insert.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return new ApiKey(token.id(), name, roles, now, null);
  }

  private static boolean isLastAdmin(Connection connection, String id) throws SQLException {
    String alone =
        """
        select 1 from api_key k
        where k.id = ? and k.revoked_at is null and 'admin' = any(k.roles)
          and not exists (
            select 1 from api_key o
            where o.id <> k.id and o.revoked_at is null and 'admin' = any(o.roles))
        """;
    return exists(connection, alone, id);
  }

  private static boolean exists(Connection connection, String sql, @Nullable String id)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      if (id != null) {
        select.setString(1, id);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private List<ApiKey> select(String sql, @Nullable String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      if (id != null) {
        select.setString(1, id);
      }
      List<ApiKey> keys = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(
              new ApiKey(
                  row.getString("id"),
                  row.getString("name"),
                  roles(row),
                  row.getObject("created_at", OffsetDateTime.class).toInstant(),
                  instant(row.getObject("revoked_at", OffsetDateTime.class))));
        }
      }
      return keys;
    }
  }

  private static List<String> roles(ResultSet row) throws SQLException {
    Array roles = row.getArray("roles");
    return Arrays.asList((String[]) roles.getArray());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
