package dev.assay.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that go to the database together, so that a transaction waits for it once and not for
 * each. They are carried out in their order, and each sees what those before it did. The driver
 * sends what is separated by semicolons in one go (PostgreSQL's extended query protocol, with one
 * Sync at the end); after a failure the rest is not carried out.
 */
public final class RoundTrip {
  private final List<Step> steps = new ArrayList<>();

  private record Step(String sql, Values values, Answer answer) {}

  /** Binds the values of one statement. */
  @FunctionalInterface
  public interface Values {
    /**
     * Binds them.
     *
     * @param index of the statement's first parameter
     * @return index after its last
     */
    int bind(PreparedStatement statement, int index) throws SQLException;
  }

  /** Takes what one statement gave. */
  @FunctionalInterface
  private interface Answer {
    void take(PreparedStatement statement) throws SQLException;
  }

  /** Takes a row of an answer. */
  @FunctionalInterface
  public interface Row {
    void take(ResultSet row) throws SQLException;
  }

  /** Takes the number of rows that a statement wrote. */
  @FunctionalInterface
  public interface Count {
    void take(int rows) throws SQLException;
  }

  /** Adds a statement that answers with rows. */
  public void query(String sql, Values values, Row row) {
    add(
        sql,
        values,
        statement -> {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              row.take(rows);
            }
          }
        });
  }

  /** Adds a statement that writes. */
  public void update(String sql, Values values, Count count) {
    add(sql, values, statement -> count.take(statement.getUpdateCount()));
  }

  /** Adds a statement that writes what nobody has to count. */
  public void update(String sql, Values values) {
    update(sql, values, rows -> {});
  }

  /** Adds the end of the transaction: what stands before it is durable when the trip has run. */
  public void commit() {
    update("COMMIT", (statement, index) -> index);
  }

  private void add(String sql, Values values, Answer answer) {
    steps.add(new Step(sql, values, answer));
  }

  /** Has all of it carried out, and the answers taken, once. */
  public void run(Connection connection) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    String sql = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (Step step : steps) {
        index = step.values().bind(statement, index);
      }
      statement.execute();
      for (Step step : steps) {
        step.answer().take(statement);
        statement.getMoreResults();
      }
    }
  }
}
