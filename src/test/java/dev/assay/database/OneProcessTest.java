package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneProcessTest {
  @Inject AgroalDataSource database;

  @Test
  void aQueryIsDividedAgainAfterTheTransaction() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      wish(connection, "SET max_parallel_workers_per_gather = 2");
      wish(connection, "SET min_parallel_table_scan_size = 0");
      wish(connection, "SET parallel_setup_cost = 0");
      wish(connection, "SET parallel_tuple_cost = 0");
      connection.commit();
      try {
        OneProcess.only(connection);
        assertThat(plan(connection)).doesNotContain("Gather");
        connection.rollback();

        assertThat(plan(connection)).contains("Gather");
        connection.rollback();
      } finally {
        wish(connection, "RESET ALL");
        connection.commit();
      }
    }
  }

  private static void wish(Connection connection, String statement) throws SQLException {
    try (var wish = connection.createStatement()) {
      wish.execute(statement);
    }
  }

  private static String plan(Connection connection) throws SQLException {
    return String.join(
        "\n",
        Rows.query(
            connection,
            "EXPLAIN SELECT count(*) FROM lead WHERE ruleset <> 1",
            row -> row.getString(1)));
  }
}
