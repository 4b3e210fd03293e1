package dev.assay.pipeline;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds a list of rows to a statement that unnests one array per column. */
public final class Columns<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int index;

  public Columns(PreparedStatement statement, List<T> rows) {
    this(statement, rows, 1);
  }

  /**
   * @param index of the first parameter to bind
   */
  public Columns(PreparedStatement statement, List<T> rows, int index) {
    this.statement = statement;
    this.rows = rows;
    this.index = index;
  }

  public Columns<T> text(Function<T, @Nullable String> value) throws SQLException {
    return bind("text", rows.stream().map(value).toArray(String[]::new));
  }

  public Columns<T> integer(Function<T, @Nullable Integer> value) throws SQLException {
    return bind("int4", rows.stream().map(value).toArray(Integer[]::new));
  }

  public Columns<T> time(Function<T, @Nullable Instant> value) throws SQLException {
    return bind(
        "timestamptz",
        rows.stream()
            .map(value)
            .map(at -> at == null ? null : at.toString())
            .toArray(String[]::new));
  }

  public Columns<T> bytes(Function<T, byte[]> value) throws SQLException {
    return bind("bytea", rows.stream().map(value).toArray(byte[][]::new));
  }

  private Columns<T> bind(String type, Object[] values) throws SQLException {
    statement.setArray(index++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
