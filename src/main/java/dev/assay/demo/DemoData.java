package dev.assay.demo;

import dev.assay.problem.Problems;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Offers demo data while there are no leads, and takes it away again. */
@ApplicationScoped
public class DemoData {
  static final int LEADS = 2_000;

  private static final String SHOW =
      """
      SELECT coalesce(demo.state, CASE WHEN EXISTS (SELECT FROM lead) THEN 'none' ELSE 'offered' END)
          AS state, coalesce(demo.leads, 0) AS leads, coalesce(demo.total, ?) AS total
      FROM (VALUES (1)) AS one LEFT JOIN demo ON true
      """;
  private static final String LOAD =
      """
      INSERT INTO demo (state, total, ends_at)
      SELECT 'loading', ?, ? WHERE NOT EXISTS (SELECT FROM lead) ON CONFLICT DO NOTHING
      """;
  private static final String REMOVE = "UPDATE demo SET state = 'removing'";

  private final AgroalDataSource database;
  private final Clock clock;

  DemoData(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How it stands. */
  public Demo show() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SHOW)) {
      select.setInt(1, LEADS);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Demo(
            Demo.State.valueOf(row.getString("state")), row.getInt("leads"), row.getInt("total"));
      }
    }
  }

  /**
   * Begins to load it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there are leads (409)
   */
  public Demo load() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(LOAD)) {
      insert.setInt(1, LEADS);
      insert.setObject(
          2,
          OffsetDateTime.ofInstant(
              clock.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
      if (insert.executeUpdate() == 0) {
        throw Problems.conflict(
            "Demo data is only for a database without leads, so that nothing made up stands beside"
                + " real ones; GET /v1/demo says what there is.");
      }
    }
    return show();
  }

  /** Begins to remove it. May be repeated. */
  public Demo remove() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(REMOVE)) {
      update.executeUpdate();
    }
    return show();
  }
}
