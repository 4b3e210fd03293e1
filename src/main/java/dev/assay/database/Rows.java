package dev.assay.database;

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

/** Asks the database for a list, and says how times are bound and read. */
public final class Rows {
  private Rows() {}

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Read<T> {
    T row(ResultSet row) throws SQLException;
  }

  /** What was made of each row of the answer to a statement with these values. */
  public static <T> List<T> query(Connection connection, String sql, Read<T> read, Object... values)
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

  /** A time, to be bound to a statement. */
  public static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The time in the column, null if there is none. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** The text in the column, null if there is none or an empty one. */
  public static @Nullable String name(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name == null || name.isEmpty() ? null : name;
  }
}
