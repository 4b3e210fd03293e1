package dev.assay.webhook;

import dev.assay.database.RoundTrip;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getString("id"),
          List.of((String[]) row.getArray("event_types").getArray()),
          row.getString("filter"),
          row.getInt("score_step"),
          row.getString("ordering"));
    }

    Subscriber subscriber() {
      return new Subscriber(id, types, EndpointFilter.parse(filter), step, Ordering.of(order));
    }
  }

  /** The enabled endpoints, oldest first. */
  List<Subscriber> enabled(Connection connection) throws SQLException {
    RoundTrip trip = new RoundTrip();
    Supplier<List<Subscriber>> enabled = enabled(trip);
    trip.run(connection);
    return enabled.get();
  }

  /** Asks for them in that round trip; they are there when it has run. */
  Supplier<List<Subscriber>> enabled(RoundTrip trip) {
    List<Row> found = new ArrayList<>();
    trip.query(ENABLED, (select, index) -> index, row -> found.add(Row.read(row)));
    return () -> subscribers(found);
  }

  private List<Subscriber> subscribers(List<Row> found) {
    Map<Row, Subscriber> before = known;
    Map<Row, Subscriber> now = new LinkedHashMap<>();
    for (Row row : found) {
      Subscriber same = before.get(row);
      now.put(row, same == null ? row.subscriber() : same);
    }
    known = now;
    return List.copyOf(now.values());
  }
}
