package dev.assay.webhook;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored endpoints. */
@Singleton
public class Endpoints {

  private static final String SELECT =
      """
      select id, kind, url, config::text, event_types, filter, score_step, ordering, per_second, at_once,
        digest_seconds, follow_up_stage, follow_up_seconds,
        description, contact, failures, failing_since, paused_until, enabled, disabled_because, created_at
      from webhook_endpoint
      """;

  private final AgroalDataSource database;

  Endpoints(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What is not set takes the default of its column.
   *
   * @param key null for an endpoint whose messages are not signed
   */
  Endpoint add(String id, List<Setting> settings, @Nullable SealedKey key, Instant now)
      throws SQLException {
    String columns =
        settings.stream().map(setting -> ", " + setting.column()).collect(Collectors.joining());
    String values =
        settings.stream().map(setting -> ", " + setting.parameter()).collect(Collectors.joining());
    String insert =
        """
        with added as (
          insert into webhook_endpoint (id, created_at%s) values (?, ?::timestamptz%s)
          returning id, created_at
        )
        insert into signing_key (endpoint, kind, sealed, created_at)
        select id, kind, sealed, created_at
        from added, (values (?::text, ?::bytea)) as key (kind, sealed)
        where sealed is not null
        """
            .formatted(columns, values);
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, id);
      statement.setString(2, now.toString());
      Setting.bind(statement, 3, settings);
      statement.setString(3 + settings.size(), key == null ? null : key.kind().wireName());
      statement.setBytes(4 + settings.size(), key == null ? null : key.secret().bytes());
      statement.executeUpdate();
    }
    return find(id).orElseThrow();
  }

  /** What is not set stays, even when it changes at this moment. */
  boolean change(String id, List<Setting> settings) throws SQLException {
    if (settings.isEmpty()) {
      return find(id).isPresent();
    }
    String update =
        "update webhook_endpoint set %s where id = ?"
            .formatted(
                settings.stream()
                    .map(setting -> setting.column() + " = " + setting.parameter())
                    .collect(Collectors.joining(", ")));
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(update)) {
      Setting.bind(statement, 1, settings);
      statement.setString(settings.size() + 1, id);
      return statement.executeUpdate() > 0;
    }
  }

  /**
   * Removes an endpoint with everything that was sent to it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is none (404)
   */
  public void remove(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from webhook_endpoint where id = ?")) {
      statement.setString(1, id);
      if (statement.executeUpdate() == 0) {
        throw Problems.unknownEndpoint(id);
      }
    }
  }

  /**
   * The endpoint of that id.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is none (404)
   */
  public Endpoint get(String id) throws SQLException {
    return find(id).orElseThrow(() -> Problems.unknownEndpoint(id));
  }

  Optional<Endpoint> find(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + "where id = ?")) {
      statement.setString(1, id);
      return read(statement).stream().findFirst();
    }
  }

  /** All there are, oldest first. */
  public List<Endpoint> all() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + "order by id")) {
      return read(statement);
    }
  }

  private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
    Integer seconds = row.getObject(column, Integer.class);
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static List<Endpoint> read(PreparedStatement statement) throws SQLException {
    List<Endpoint> endpoints = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        endpoints.add(
            new Endpoint(
                row.getString("id"),
                EndpointKind.of(row.getString("kind")),
                row.getString("url"),
                EndpointTargets.read(row.getString("config")),
                List.of((String[]) row.getArray("event_types").getArray()),
                EndpointFilter.parse(row.getString("filter")),
                row.getInt("score_step"),
                Ordering.of(row.getString("ordering")),
                new EndpointLimits(
                    row.getObject("per_second", Integer.class),
                    row.getObject("at_once", Integer.class)),
                seconds(row, "digest_seconds"),
                row.getString("follow_up_stage") == null
                    ? null
                    : new FollowUp(
                        row.getString("follow_up_stage"), seconds(row, "follow_up_seconds")),
                row.getString("description"),
                row.getString("contact"),
                new EndpointHealth(
                    row.getInt("failures"),
                    Rows.instant(row, "failing_since"),
                    Rows.instant(row, "paused_until")),
                row.getBoolean("enabled"),
                row.getString("disabled_because"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()));
      }
    }
    return endpoints;
  }
}
