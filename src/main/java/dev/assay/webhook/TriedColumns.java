package dev.assay.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets what is recorded of some tries as one array parameter after the other. */
final class TriedColumns {

  private final Connection connection;
  private final PreparedStatement statement;
  private final List<Tried> rows;
  private int index;

  TriedColumns(Connection connection, PreparedStatement statement, List<Tried> rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  void add(String type, Function<Tried, @Nullable Object> value) throws SQLException {
    index++;
    statement.setArray(index, connection.createArrayOf(type, rows.stream().map(value).toArray()));
  }
}
