package dev.assay.webhook;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of deliveries and their attempts, for reading and replaying. */
@Singleton
public class Deliveries {

  private static final String SELECT =
      """
      select delivery.id, delivery.message, message.type, delivery.lead, delivery.endpoint,
        delivery.to_contact, delivery.state, delivery.attempts, delivery.next_attempt_at, delivery.created_at,
        delivery.delivered_at, message.payload
      from delivery
      join message on message.lead = delivery.lead and message.id = delivery.message
      """;

  /** The states that a delivery can be in. */
  public static final List<String> STATES = List.of("pending", "delivered", "failed", "superseded");

  private static final int MAX_LIMIT = 200;

  private final AgroalDataSource database;

  Deliveries(AgroalDataSource database) {
    this.database = database;
  }

  /** What to list; a null field admits everything. */
  public record Filter(@Nullable String endpoint, @Nullable String lead, @Nullable String state) {}

  /**
   * A page of them, newest first.
   *
   * @param cursor the next of the page before, null for the first
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if a value cannot be (400)
   */
  public DeliveryPage page(Filter filter, @Nullable String cursor, int limit) throws SQLException {
    if (filter.state() != null && !STATES.contains(filter.state())) {
      throw Problems.invalid(
          "state is '%s'; expected %s".formatted(filter.state(), String.join(", ", STATES)));
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.invalid("limit is %d; expected 1 to %d".formatted(limit, MAX_LIMIT));
    }
    List<DeliveryView> found = newest(filter, position(cursor), limit + 1);
    return found.size() <= limit
        ? new DeliveryPage(found, null)
        : new DeliveryPage(found.subList(0, limit), Long.toString(found.get(limit - 1).id()));
  }

  /**
   * The delivery of that number.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is none (404)
   */
  public DeliveryDetail get(long id) throws SQLException {
    return find(id).orElseThrow(() -> Problems.unknownDelivery(id));
  }

  /**
   * The delivery, if that endpoint has it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it has none such (404)
   */
  public DeliveryDetail get(String endpoint, long id) throws SQLException {
    return find(id)
        .filter(found -> found.delivery().endpoint().equals(endpoint))
        .orElseThrow(() -> Problems.unknownDelivery(id));
  }

  /**
   * @param before only deliveries older than this one
   */
  List<DeliveryView> newest(Filter filter, long before, int limit) throws SQLException {
    StringBuilder sql = new StringBuilder(SELECT).append("where delivery.id < ?");
    List<String> values = new ArrayList<>();
    addCondition(sql, values, "delivery.endpoint", filter.endpoint());
    addCondition(sql, values, "delivery.lead", filter.lead());
    addCondition(sql, values, "delivery.state", filter.state());
    sql.append("\norder by delivery.id desc limit ?");
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      statement.setLong(1, before);
      for (int value = 0; value < values.size(); value++) {
        statement.setString(value + 2, values.get(value));
      }
      statement.setInt(values.size() + 2, limit);
      List<DeliveryView> deliveries = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          deliveries.add(delivery(row));
        }
      }
      return deliveries;
    }
  }

  Optional<DeliveryDetail> find(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(SELECT + "where delivery.id = ?")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new DeliveryDetail(
                    delivery(row),
                    row.getString("payload"),
                    attempts(connection, row.getString("lead"), id)))
            : Optional.empty();
      }
    }
  }

  /**
   * Makes a delivery due at once and starts its retries anew, under the same {@code webhook-id}.
   *
   * @return false when it is being tried right now, or its endpoint is disabled
   */
  boolean replay(long id, Instant now) throws SQLException {
    String update =
        """
        update delivery
        set state = 'pending', next_attempt_at = ?::timestamptz, claimed_until = null,
          attempts_before_replay = attempts, delivered_at = null
        from webhook_endpoint endpoint
        where delivery.id = ? and endpoint.id = delivery.endpoint and (endpoint.enabled or to_contact)
          and (claimed_until is null or claimed_until <= ?::timestamptz)
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, now.toString());
      statement.setLong(2, id);
      statement.setString(3, now.toString());
      return statement.executeUpdate() > 0;
    }
  }

  private static long position(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw Problems.invalid(
          "cursor is '%s'; expected the value of next of the page before".formatted(cursor));
    }
  }

  private static void addCondition(
      StringBuilder sql, List<String> values, String column, @Nullable String value) {
    if (value != null) {
      sql.append(" and ").append(column).append(" = ?");
      values.add(value);
    }
  }

  private static List<AttemptView> attempts(Connection connection, String lead, long delivery)
      throws SQLException {
    String select =
        """
        select number, at, millis, status, error, body, request_headers
        from attempt
        where lead = ? and delivery = ?
        order by number
        """;
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, lead);
      statement.setLong(2, delivery);
      List<AttemptView> attempts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          attempts.add(
              new AttemptView(
                  row.getInt("number"),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  row.getInt("millis"),
                  row.getObject("status", Integer.class),
                  row.getString("error"),
                  row.getString("body"),
                  RequestHeaders.read(row.getString("request_headers"))));
        }
      }
      return attempts;
    }
  }

  private static DeliveryView delivery(ResultSet row) throws SQLException {
    String lead = row.getString("lead");
    String state = row.getString("state");
    return new DeliveryView(
        row.getLong("id"),
        row.getString("message"),
        row.getString("type"),
        lead.isEmpty() ? null : lead,
        row.getString("endpoint"),
        row.getBoolean("to_contact"),
        state,
        row.getInt("attempts"),
        state.equals("pending") ? Rows.instant(row, "next_attempt_at") : null,
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Rows.instant(row, "delivered_at"));
  }
}
