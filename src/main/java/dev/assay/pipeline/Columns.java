package dev.assay.pipeline;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds a list of rows to a statement that unnests one array per column. */
public final class Columns<T> {
  /** SQL for the column of the given name that was bound as a time. */
  static final String TIME = "timestamptz 'epoch' + %s * interval '1 microsecond'";

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

  public Columns<T> bool(Function<T, Boolean> value) throws SQLException {
    return bind("bool", rows.stream().map(value).toArray(Boolean[]::new));
  }

  /**
   * Times, as microseconds since 1970: unlike timestamps, the driver sends arrays of numbers as
   * they are, and neither side has to write or read text. {@link #TIME} makes timestamps of them.
   */
  public Columns<T> time(Function<T, @Nullable Instant> value) throws SQLException {
    return bind("int8", rows.stream().map(value).map(Columns::micros).toArray(Long[]::new));
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  public Columns<T> bytes(Function<T, byte @Nullable []> value) throws SQLException {
    return bind("bytea", rows.stream().map(value).toArray(byte[][]::new));
  }

  /** Index of the parameter after those that were bound. */
  public int next() {
    return index;
  }

  private Columns<T> bind(String type, Object[] values) throws SQLException {
    statement.setArray(index++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
