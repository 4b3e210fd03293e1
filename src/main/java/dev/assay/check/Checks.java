package dev.assay.check;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The checks that run and ran, and what they found. */
@ApplicationScoped
class Checks {
  private static final String START =
      "INSERT INTO log_check (repair, started_at) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING *";
  private static final String LATEST = "SELECT * FROM log_check ORDER BY id DESC LIMIT ?";
  private static final String FIND = "SELECT * FROM log_check WHERE id = ?";
  private static final String DIFFERENCES =
      """
      SELECT * FROM log_difference WHERE log_check = ? AND (lead, what) > (?, ?)
      ORDER BY lead, what LIMIT ?
      """;

  private final AgroalDataSource database;
  private final Clock clock;

  Checks(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Starts a check, which the processes of the service then carry out.
   *
   * @return null if one is running
   */
  @Nullable Check start(boolean repair) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(START)) {
      insert.setBoolean(1, repair);
      insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      return first(insert);
    }
  }

  @Nullable Check find(int id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setInt(1, id);
      return first(select);
    }
  }

  /** The latest checks, newest first. */
  List<Check> latest(int most) throws SQLException {
    List<Check> checks = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LATEST)) {
      select.setInt(1, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          checks.add(read(rows));
        }
      }
    }
    return checks;
  }

  /** What a check found, by lead and kind, after the given ones. */
  List<Difference> differences(int id, String afterLead, String afterWhat, int limit)
      throws SQLException {
    List<Difference> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(DIFFERENCES)) {
      select.setInt(1, id);
      select.setString(2, afterLead);
      select.setString(3, afterWhat);
      select.setInt(4, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Difference(
                  row.getString("lead"),
                  row.getString("what"),
                  row.getString("stored"),
                  row.getString("replayed"),
                  row.getObject("repaired", Boolean.class)));
        }
      }
    }
    return found;
  }

  private static @Nullable Check first(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? read(row) : null;
    }
  }

  static Check read(ResultSet row) throws SQLException {
    return new Check(
        row.getInt("id"),
        row.getBoolean("repair"),
        row.getLong("leads"),
        row.getLong("other_rules"),
        row.getLong("differences"),
        row.getLong("repaired"),
        Objects.requireNonNull(Rows.instant(row, "started_at")),
        Rows.instant(row, "finished_at"));
  }
}
