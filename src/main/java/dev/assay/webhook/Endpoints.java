package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stored endpoints. */
@Singleton
class Endpoints {

  private static final String SELECT =
      """
      select id, url, event_types, description, enabled, disabled_because, created_at
      from webhook_endpoint
      """;

  private final AgroalDataSource database;

  Endpoints(AgroalDataSource database) {
    this.database = database;
  }

  void add(Endpoint endpoint, SealedSecret secret) throws SQLException {
    String insert =
        """
        insert into webhook_endpoint (id, url, event_types, description, enabled, secret, created_at)
        values (?, ?, ?, ?, ?, ?, ?::timestamptz)
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, endpoint.id());
      statement.setString(2, endpoint.url());
      statement.setArray(3, connection.createArrayOf("text", endpoint.eventTypes().toArray()));
      statement.setString(4, endpoint.description());
      statement.setBoolean(5, endpoint.enabled());
      statement.setBytes(6, secret.bytes());
      statement.setString(7, endpoint.createdAt().toString());
      statement.executeUpdate();
    }
  }

  /**
   * What the request leaves out stays, even when it changes at this moment. Enabling clears the
   * reason why the endpoint had been disabled.
   */
  boolean change(String id, EndpointRequest request) throws SQLException {
    String update =
        """
        update webhook_endpoint
        set url = coalesce(?, url), event_types = coalesce(?::text[], event_types),
          description = coalesce(?, description), enabled = coalesce(?::boolean, enabled),
          disabled_because = case when ?::boolean then null else disabled_because end
        where id = ?
        """;
    List<String> types = request.eventTypes();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, request.url());
      statement.setArray(
          2, types == null ? null : connection.createArrayOf("text", types.toArray()));
      statement.setString(3, request.description());
      statement.setObject(4, request.enabled(), Types.BOOLEAN);
      statement.setObject(5, request.enabled(), Types.BOOLEAN);
      statement.setString(6, id);
      return statement.executeUpdate() > 0;
    }
  }

  /** With everything that was sent to it. */
  boolean remove(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from webhook_endpoint where id = ?")) {
      statement.setString(1, id);
      return statement.executeUpdate() > 0;
    }
  }

  Optional<Endpoint> find(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + "where id = ?")) {
      statement.setString(1, id);
      return read(statement).stream().findFirst();
    }
  }

  /** Oldest first. */
  List<Endpoint> all() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + "order by id")) {
      return read(statement);
    }
  }

  private static List<Endpoint> read(PreparedStatement statement) throws SQLException {
    List<Endpoint> endpoints = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        endpoints.add(
            new Endpoint(
                row.getString("id"),
                row.getString("url"),
                List.of((String[]) row.getArray("event_types").getArray()),
                row.getString("description"),
                row.getBoolean("enabled"),
                row.getString("disabled_because"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()));
      }
    }
    return endpoints;
  }
}
