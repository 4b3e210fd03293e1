package dev.assay.report;

import dev.assay.database.Rows;
import dev.assay.pipeline.Intake;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** What is asked anew each time: it is found by index, or names leads and so is not to be kept. */
@ApplicationScoped
class LiveFigures {
  private static final String BOUGHT =
      """
      SELECT won.lead, profile ->> 'firstName' AS first_name, profile ->> 'lastName' AS last_name,
          profile ->> 'company' AS company, coalesce(before.score, lead.score) AS score,
          coalesce(before.band, lead.band) AS band, won.occurred_at
      FROM (SELECT lead, received_at, occurred_at FROM event
              WHERE type = 'outcome' AND subject = 'won' ORDER BY received_at DESC LIMIT 500) won
          JOIN lead USING (lead)
          LEFT JOIN LATERAL (SELECT score, band FROM score_change c
              WHERE c.lead = won.lead AND c.at < won.received_at
              ORDER BY sequence DESC LIMIT 1) before ON true
      ORDER BY score, won.received_at DESC, won.lead LIMIT 10
      """;
  private static final String SET_ASIDE = "SELECT count(*) FROM lead WHERE problem IS NOT NULL";

  private final AgroalDataSource database;
  private final Intake intake;

  LiveFigures(AgroalDataSource database, Intake intake) {
    this.database = database;
    this.intake = intake;
  }

  List<Overview.Bought> lowScorersWhoBought() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Rows.query(
          connection,
          BOUGHT,
          row ->
              new Overview.Bought(
                  row.getString("lead"),
                  row.getString("first_name"),
                  row.getString("last_name"),
                  row.getString("company"),
                  row.getInt("score"),
                  Rows.name(row, "band"),
                  Objects.requireNonNull(Rows.instant(row, "occurred_at"))));
    }
  }

  Overview.Health health() throws SQLException {
    try (Connection connection = database.getConnection()) {
      long setAside = Rows.query(connection, SET_ASIDE, row -> row.getLong(1)).get(0);
      return new Overview.Health(intake.waiting(), intake.capacity(), setAside);
    }
  }
}
