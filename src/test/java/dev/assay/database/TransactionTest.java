package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.client.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TransactionTest {
  @Inject AgroalDataSource database;
  @Inject Tables tables;

  @BeforeEach
  void create() throws SQLException {
    tables.execute("CREATE TABLE whole (row integer)");
  }

  @AfterEach
  void drop() throws SQLException {
    tables.execute("DROP TABLE whole");
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new SQLException(),
        new IOException(),
        new IllegalStateException(),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void nothingIsLeftOfWorkThatFails(Throwable failure) throws SQLException {
    assertThatThrownBy(
            () ->
                Transaction.run(
                    database,
                    connection -> {
                      insert(connection);
                      return fail(failure);
                    }))
        .isSameAs(failure);

    assertThat(tables.count("SELECT count(*) FROM whole")).isZero();
  }

  @Test
  void whatWasDoneIsThere() throws SQLException {
    int gave =
        Transaction.run(
            database,
            connection -> {
              insert(connection);
              assertThat(tables.count("SELECT count(*) FROM whole")).isZero();
              return 7;
            });

    assertThat(gave).isEqualTo(7);
    assertThat(tables.count("SELECT count(*) FROM whole")).isEqualTo(1);
  }

  @Test
  void whatEndedTheWorkIsSaidEvenIfTheConnectionIsLost() {
    IllegalStateException failure = new IllegalStateException();

    assertThatThrownBy(
            () ->
                Transaction.run(
                    database,
                    connection -> {
                      connection.unwrap(Connection.class).abort(Runnable::run);
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  private static void insert(Connection connection) throws SQLException {
    try (Statement insert = connection.createStatement()) {
      insert.execute("INSERT INTO whole VALUES (1)");
    }
  }

  private static int fail(Throwable failure) throws SQLException, IOException {
    if (failure instanceof SQLException refused) {
      throw refused;
    }
    if (failure instanceof IOException refused) {
      throw refused;
    }
    if (failure instanceof Error refused) {
      throw refused;
    }
    throw (RuntimeException) failure;
  }
}
