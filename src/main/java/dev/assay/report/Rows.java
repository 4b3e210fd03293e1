package dev.assay.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the database for a list. */
final class Rows {
  private Rows() {}

  /** Makes something of a row. */
  @FunctionalInterface
  interface Read<T> {
    T row(ResultSet row) throws SQLException;
  }

  static <T> List<T> query(Connection connection, String sql, Read<T> read, Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(read.row(row));
        }
      }
    }
    return rows;
  }

  static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** The tables have an empty text where there is no band. */
  static @Nullable String name(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name == null || name.isEmpty() ? null : name;
  }
}
