package dev.assay.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what came of the deliveries of endpoints, at a cost that does not grow with the log. */
@Singleton
public class CountTraffic {

  private static final String COUNT =
      """
      select endpoint.id,
        (select count(*) from (
            select from delivery where delivery.endpoint = endpoint.id and state = 'pending' limit ?) as counted)::integer
          as waiting,
        (select count(*) from (
            select from delivery
            where delivery.endpoint = endpoint.id and state = 'failed' and type <> 'endpoint.test' limit ?) as counted)::integer
          as failed,
        (select max(delivered_at) from (
            select delivered_at from delivery
            where delivery.endpoint = endpoint.id order by id desc limit 500) as latest)
          as last_success
      from webhook_endpoint endpoint
      where ?::text is null or endpoint.id = ?
      """;

  private final AgroalDataSource database;

  CountTraffic(AgroalDataSource database) {
    this.database = database;
  }

  /** Of each endpoint, by its id. */
  public Map<String, Traffic> ofAll() throws SQLException {
    return count(null);
  }

  /** Of one endpoint. */
  public Traffic of(String endpoint) throws SQLException {
    return count(endpoint).getOrDefault(endpoint, Traffic.NONE);
  }

  private Map<String, Traffic> count(@Nullable String endpoint) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setInt(1, Traffic.MOST);
      count.setInt(2, Traffic.MOST);
      count.setString(3, endpoint);
      count.setString(4, endpoint);
      Map<String, Traffic> traffic = new HashMap<>();
      try (ResultSet row = count.executeQuery()) {
        while (row.next()) {
          OffsetDateTime last = row.getObject("last_success", OffsetDateTime.class);
          traffic.put(
              row.getString("id"),
              new Traffic(
                  row.getInt("waiting"),
                  row.getInt("failed"),
                  last == null ? null : last.toInstant()));
        }
      }
      return traffic;
    }
  }
}
