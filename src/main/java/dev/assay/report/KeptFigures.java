package dev.assay.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.database.OneProcess;
import dev.assay.database.Rows;
import dev.assay.database.Transaction;
import dev.assay.pipeline.CurrentRules;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures over all leads as they were counted last. While counting is quick they are counted
 * again for whoever asks; where there are so many leads that it is not, they are counted in the
 * background: for at most a twentieth of the time while somebody looks at them, and a two-hundredth
 * while nobody does.
 */
@ApplicationScoped
class KeptFigures {
  private static final Duration QUICK = Duration.ofMillis(75);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int SHARE = 20;
  private static final int SHARE_UNSEEN = 200;

  private static final String READ = "SELECT computed_at, took_millis, figures FROM overview";
  private static final String WRITE =
      """
      INSERT INTO overview (computed_at, took_millis, figures) VALUES (?, ?, ?::jsonb)
      ON CONFLICT (single) DO UPDATE SET computed_at = excluded.computed_at,
          took_millis = excluded.took_millis, figures = excluded.figures
      """;

  /** Any number that nothing else of this service locks. */
  private static final String ALONE = "SELECT pg_try_advisory_xact_lock(7401936)";

  private static final int TRIES = 5;
  private static final String SERIALIZATION_FAILURE = "40001";

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final ObjectMapper json;
  private final Clock clock;

  /** Whether anybody has looked at the figures since they were counted here. */
  private volatile boolean seen;

  KeptFigures(AgroalDataSource database, CurrentRules rules, ObjectMapper json, Clock clock) {
    this.database = database;
    this.rules = rules;
    this.json = json;
    this.clock = clock;
  }

  /** The figures and when they were counted. */
  record Kept(Instant at, Duration took, Overview.Figures figures) {}

  /** For somebody who waits. */
  Kept current() throws SQLException {
    seen = true;
    Kept kept = read();
    if (kept == null || kept.took().compareTo(QUICK) <= 0 && age(kept).compareTo(FRESH) > 0) {
      Kept counted = count(kept == null);
      return counted == null ? Objects.requireNonNull(kept) : counted;
    }
    return kept;
  }

  /** Counts before anybody asks, and again if it is time. */
  void refresh() throws SQLException {
    Kept kept = read();
    if (kept == null
        || kept.took().compareTo(QUICK) > 0
            && age(kept).compareTo(kept.took().multipliedBy(seen ? SHARE : SHARE_UNSEEN)) > 0) {
      seen = false;
      count(false);
    }
  }

  private Duration age(Kept kept) {
    return Duration.between(kept.at(), clock.instant());
  }

  private @Nullable Kept read() throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<Kept> kept =
          Rows.query(
              connection,
              READ,
              row ->
                  new Kept(
                      Objects.requireNonNull(Rows.instant(row, "computed_at")),
                      Duration.ofMillis(row.getLong("took_millis")),
                      parse(row.getString("figures"))));
      return kept.isEmpty() ? null : kept.get(0);
    }
  }

  /**
   * Counts and keeps, unless somebody else is counting.
   *
   * @param anyway whether to count all the same, without keeping it
   */
  private @Nullable Kept count(boolean anyway) throws SQLException {
    for (int tried = 1; ; tried++) {
      try {
        return Transaction.run(
                database, connection -> Optional.ofNullable(count(connection, anyway)))
            .orElse(null);
      } catch (SQLException failure) {
        // Somebody else counted the same weeks meanwhile; what they wrote is there the next time.
        if (tried == TRIES || !SERIALIZATION_FAILURE.equals(failure.getSQLState())) {
          throw failure;
        }
      }
    }
  }

  private @Nullable Kept count(Connection connection, boolean anyway) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    boolean alone = Rows.query(connection, ALONE, row -> row.getBoolean(1)).get(0);
    if (!alone && !anyway) {
      return null;
    }
    OneProcess.only(connection);
    Instant now = clock.instant();
    long begun = System.nanoTime();
    Overview.Figures figures = new CountFigures(connection, rules.current().stages(), now).count();
    Kept kept = new Kept(now, Duration.ofNanos(System.nanoTime() - begun), figures);
    if (alone) {
      keep(connection, kept);
    }
    return kept;
  }

  private void keep(Connection connection, Kept kept) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setObject(1, Rows.time(kept.at()));
      write.setLong(2, kept.took().toMillis());
      write.setString(3, json.writeValueAsString(kept.figures()));
      write.executeUpdate();
    } catch (JsonProcessingException ofRecords) {
      throw new UncheckedIOException(ofRecords);
    }
  }

  private Overview.Figures parse(String text) {
    try {
      return json.readerFor(Overview.Figures.class)
          // What is derived is written too, and not read.
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(text);
    } catch (JsonProcessingException ofOurs) {
      throw new UncheckedIOException(ofOurs);
    }
  }
}
