package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  private Columns(PreparedStatement statement, List<T> rows, int index) {
    this.statement = statement;
    this.rows = rows;
    this.index = index;
  }

  /** Says which columns the rows have, in the order of the statement's parameters. */
  @FunctionalInterface
  public interface Binding<T> {
    Columns<T> bind(Columns<T> columns) throws SQLException;
  }

  /** The rows as values of a statement, which it takes from any parameter on. */
  public static <T> RoundTrip.Values of(List<T> rows, Binding<T> binding) {
    return (statement, index) -> binding.bind(new Columns<>(statement, rows, index)).index;
  }

  /** One time that all rows have. */
  public Columns<T> always(Instant at) throws SQLException {
    statement.setObject(index++, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    return this;
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

  private Columns<T> bind(String type, Object[] values) throws SQLException {
    statement.setArray(index++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
