package dev.assay.report;

import dev.assay.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many leads were in which band at the end of each week. A week that is over is counted once
 * and kept, because counting takes a look at every score change there was.
 */
public final class BandWeeks {
  private static final String NOT_COUNTED =
      """
      SELECT week::date AS week FROM generate_series(?::date, ?::date - 7, interval '7 days') AS week
      WHERE NOT EXISTS (SELECT FROM band_week WHERE band_week.week = week::date)
      """;
  private static final String COUNT =
      """
      WITH spans AS (
          SELECT coalesce(band, '') AS band, at,
              lead(at) OVER (PARTITION BY lead ORDER BY sequence) AS until
          FROM score_change),
      weeks AS (
          SELECT week, (week + 7)::timestamp AT TIME ZONE 'UTC' AS ends FROM unnest(?::date[]) AS week)
      INSERT INTO band_week (week, band, leads)
      SELECT week, band, count(*)
      FROM spans JOIN weeks ON at < ends AND (until IS NULL OR until >= ends)
      GROUP BY week, band ON CONFLICT DO NOTHING
      """;

  /** So that a week without leads counts as counted. */
  private static final String NONE =
      """
      INSERT INTO band_week SELECT week, '', 0 FROM unnest(?::date[]) AS week ON CONFLICT DO NOTHING
      """;

  private static final String READ =
      """
      SELECT week, band, leads FROM band_week WHERE week >= ? AND leads > 0
      UNION ALL
      SELECT ?::date, coalesce(band, ''), count(*) FROM lead GROUP BY coalesce(band, '')
      ORDER BY week, band
      """;

  private BandWeeks() {}

  /** From the first week to the running one, of which the figures are as of now. */
  static List<Overview.BandWeek> read(Connection connection, LocalDate first, LocalDate running)
      throws SQLException {
    List<LocalDate> missing =
        Rows.query(
            connection, NOT_COUNTED, row -> row.getObject("week", LocalDate.class), first, running);
    if (!missing.isEmpty()) {
      for (String sql : List.of(COUNT, NONE)) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
          insert.setArray(1, connection.createArrayOf("date", missing.toArray()));
          insert.executeUpdate();
        }
      }
    }
    return new ArrayList<>(
        Rows.query(
            connection,
            READ,
            row ->
                new Overview.BandWeek(
                    row.getObject("week", LocalDate.class),
                    Rows.name(row, "band"),
                    row.getLong("leads")),
            first,
            running));
  }

  /** Has past weeks counted again: leads with a past were added or taken away. */
  public static void forget(Connection connection) throws SQLException {
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate("DELETE FROM band_week");
      delete.executeUpdate("DELETE FROM overview");
    }
  }
}
