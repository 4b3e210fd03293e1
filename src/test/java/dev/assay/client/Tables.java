package dev.assay.client;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks behind the service, into its database. */
@Singleton
public class Tables {
  private static final String DEADLOCK = "40P01";
  private static final int TRIES = 5;

  @Inject AgroalDataSource database;

  /** The rows of a query, their columns joined by blanks. */
  public List<String> rows(String sql, Object... values) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join(" ", columns));
      }
    }
    return rows;
  }

  public int count(String sql, Object... values) throws SQLException {
    return Integer.parseInt(rows(sql, values).get(0));
  }

  /** Where the service at work gets in the way so that one of both must yield, tries again. */
  public void execute(String sql, @Nullable Object... values) throws SQLException {
    for (int left = TRIES; left > 0; left--) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement = prepare(connection, sql, values)) {
        statement.execute();
        return;
      } catch (SQLException failure) {
        if (left == 1 || !DEADLOCK.equals(failure.getSQLState())) {
          throw failure;
        }
      }
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
