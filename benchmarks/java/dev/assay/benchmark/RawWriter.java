package dev.assay.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes events, the leads they belong to and score changes with plain JDBC, one statement for each
 * transaction, and does nothing else: it reads no JSON, looks for no repetition and assesses
 * nobody. A service cannot be faster than this, except where it writes more at a time.
 */
final class RawWriter {
  private static final String WRITE =
      """
      WITH e AS (
        INSERT INTO raw.event
            (lead, source, id, type, subject, occurred_at, received_at, properties, digest)
        SELECT lead, 'website', id, type, subject, occurred_at, now(), properties::jsonb,
            '\\x00112233445566778899aabbccddeeff'
        FROM %s AS n (lead, id, type, subject, occurred_at, properties)
        ON CONFLICT DO NOTHING),
      l AS (
        UPDATE raw.lead SET score = score + n.points, engagement = engagement + n.points,
            score_changes = score_changes + 1, last_activity_at = now(), assessed_at = now()
        FROM %s AS n (lead, points) WHERE lead.lead = n.lead
        RETURNING lead.lead, score_changes, score, fit, engagement)
      INSERT INTO raw.score_change
          (lead, sequence, at, score, fit, engagement, grade, band, ruleset)
      SELECT lead, score_changes, now(), score, fit, engagement, 'B', 'cold', 1 FROM l
      """;

  private static final String MANY =
      WRITE.formatted("unnest(?, ?, ?, ?, ?::timestamptz[], ?)", "unnest(?, ?::int[])");
  private static final String ONE =
      WRITE.formatted(
          "(VALUES (?, ?, ?, ?, ?::timestamptz, ?))", "(VALUES (?, ?::int))");

  private final String url;

  RawWriter(String url) {
    this.url = url;
  }

  /** Makes tables of its own beside those of the service, with as many leads. */
  static void prepare(Connection connection, int leads) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DROP SCHEMA IF EXISTS raw CASCADE;
          CREATE SCHEMA raw;
          CREATE TABLE raw.event (LIKE public.event INCLUDING ALL);
          CREATE TABLE raw.score_change (LIKE public.score_change INCLUDING ALL);
          CREATE TABLE raw.lead (lead text PRIMARY KEY, profile jsonb, score integer NOT NULL,
              fit integer NOT NULL, engagement integer NOT NULL, score_changes integer NOT NULL,
              last_activity_at timestamptz, assessed_at timestamptz) WITH (fillfactor = 80);
          INSERT INTO raw.lead
          SELECT 'l-' || n, '{}', 0, 0, 0, 0, null, null FROM generate_series(0, %d) AS n
          """
              .formatted(leads - 1));
    }
  }

  /** One connection, some hundred events in each transaction. */
  Run batches(Traffic traffic, int size, Duration duration) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement write = connection.prepareStatement(MANY)) {
      long begin = System.nanoTime();
      Measured measured = new Measured();
      while (System.nanoTime() - begin < duration.toNanos()) {
        List<Traffic.Row> rows = traffic.rows(size);
        long start = System.nanoTime();
        bind(connection, write, rows);
        write.executeUpdate();
        measured.add(System.nanoTime() - start);
      }
      return measured.run(size, begin);
    }
  }

  private static void bind(Connection connection, PreparedStatement write, List<Traffic.Row> rows)
      throws SQLException {
    int column = 1;
    for (String[] texts :
        List.of(
            rows.stream().map(Traffic.Row::lead).toArray(String[]::new),
            rows.stream().map(Traffic.Row::id).toArray(String[]::new),
            rows.stream().map(row -> row.doing().type()).toArray(String[]::new),
            rows.stream().map(row -> row.doing().subject()).toArray(String[]::new),
            rows.stream().map(Traffic.Row::atText).toArray(String[]::new),
            rows.stream().map(row -> orNull(row.doing().properties())).toArray(String[]::new))) {
      write.setArray(column++, connection.createArrayOf("text", texts));
    }
    Map<String, Integer> points = new HashMap<>();
    rows.forEach(row -> points.merge(row.lead(), 1, Integer::sum));
    write.setArray(column++, connection.createArrayOf("text", points.keySet().toArray()));
    write.setArray(column, connection.createArrayOf("int4", points.values().toArray()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * Many connections, one event in each transaction. The time begins when all are connected and
   * their statement is planned for good.
   *
   * @param rate transactions a second at an even pace, each timed from when it should have begun,
   *     after {@link Order#UNCOUNTED}; 0 for as many as there can be
   */
  Run singles(List<Traffic> traffics, Duration duration, int rate) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(traffics.size());
    AtomicLong begin = new AtomicLong();
    long uncounted = rate == 0 ? 0 : Order.UNCOUNTED.toNanos();
    CyclicBarrier ready =
        new CyclicBarrier(traffics.size(), () -> begin.set(System.nanoTime() + uncounted));
    List<Callable<Measured>> writers = new ArrayList<>();
    for (int i = 0; i < traffics.size(); i++) {
      Traffic traffic = traffics.get(i);
      int turn = i;
      writers.add(
          () -> {
            try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement write = connection.prepareStatement(ONE)) {
              for (int warm = 0; warm < UNTIL_PLANNED; warm++) {
                single(write, traffic.row());
              }
              ready.await();
              long end = begin.get() + duration.toNanos();
              return rate == 0
                  ? closed(write, traffic, end)
                  : open(write, traffic, begin.get(), end,
                      begin.get() - uncounted + turn * 1_000_000_000L / rate,
                      traffics.size() * 1_000_000_000L / rate);
            }
          });
    }
    Measured all = new Measured();
    for (var writer : threads.invokeAll(writers)) {
      all.add(writer.get());
    }
    threads.shutdown();
    return all.run(1, begin.get());
  }

  private static Measured closed(PreparedStatement write, Traffic traffic, long end)
      throws SQLException {
    Measured measured = new Measured();
    while (System.nanoTime() < end) {
      Traffic.Row row = traffic.row();
      long start = System.nanoTime();
      single(write, row);
      measured.add(System.nanoTime() - start);
    }
    return measured;
  }

  private static Measured open(
      PreparedStatement write, Traffic traffic, long begin, long end, long first, long pause)
      throws SQLException {
    Measured measured = new Measured();
    for (long due = first; due < end; due += pause) {
      Traffic.Row row = traffic.row();
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      single(write, row);
      if (due >= begin) {
        measured.add(System.nanoTime() - due);
      }
    }
    return measured;
  }

  private static void single(PreparedStatement write, Traffic.Row row) throws SQLException {
    write.setString(1, row.lead());
    write.setString(2, row.id());
    write.setString(3, row.doing().type());
    write.setString(4, row.doing().subject());
    write.setTimestamp(5, Timestamp.from(row.at()));
    write.setString(6, orNull(row.doing().properties()));
    write.setString(7, row.lead());
    write.setInt(8, 1);
    write.executeUpdate();
  }

  /** The driver prepares a statement after five times, the server plans it for good after five more. */
  private static final int UNTIL_PLANNED = 12;

  private static final class Measured {
    private long[] nanos = new long[1 << 12];
    private int count;

    void add(long took) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = took;
    }

    void add(Measured other) {
      Arrays.stream(other.nanos, 0, other.count).forEach(this::add);
    }

    Run run(int eventsEach, long begin) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      return Run.of(count, (long) count * eventsEach, 0, seconds, nanos, count);
    }
  }
}
