package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who wants to hear of what, as a transaction sees it. */
@Singleton
class Subscribers {

  private static final String ENABLED =
      """
      select id, event_types, filter::text, score_step, ordering
      from webhook_endpoint where enabled
      order by id
      """;

  /** Those read last, by their rows: most batches find what the batch before found. */
  private volatile Map<Row, Subscriber> known = Map.of();

  private record Row(String id, List<String> types, String filter, int step, String order) {
    Subscriber subscriber() {
      return new Subscriber(id, types, EndpointFilter.parse(filter), step, Ordering.of(order));
    }
  }

  /** The enabled endpoints, oldest first. */
  List<Subscriber> enabled(Connection connection) throws SQLException {
    Map<Row, Subscriber> before = known;
    Map<Row, Subscriber> now = new HashMap<>();
    List<Subscriber> subscribers = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ENABLED);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Row row =
            new Row(
                rows.getString("id"),
                List.of((String[]) rows.getArray("event_types").getArray()),
                rows.getString("filter"),
                rows.getInt("score_step"),
                rows.getString("ordering"));
        Subscriber same = before.get(row);
        Subscriber subscriber = same == null ? row.subscriber() : same;
        subscribers.add(subscriber);
        now.put(row, subscriber);
      }
    }
    known = now;
    return subscribers;
  }
}
