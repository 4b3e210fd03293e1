package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundTripTest {
  private static final String INSERT = "INSERT INTO trip SELECT * FROM generate_series(?, ?)";

  @Inject AgroalDataSource database;

  private Connection connection;
  private final RoundTrip trip = new RoundTrip();
  private final List<Integer> seen = new ArrayList<>();
  private final List<Integer> written = new ArrayList<>();

  @BeforeEach
  void begin() throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    try (PreparedStatement create =
        connection.prepareStatement("CREATE TEMP TABLE trip (n int PRIMARY KEY) ON COMMIT DROP")) {
      create.execute();
    }
  }

  @AfterEach
  void end() throws SQLException {
    connection.rollback();
    connection.close();
  }

  private static int numbers(PreparedStatement statement, int index, int... numbers)
      throws SQLException {
    for (int number : numbers) {
      statement.setInt(index++, number);
    }
    return index;
  }

  private void select(int above) {
    trip.query(
        "SELECT n FROM trip WHERE n > ? ORDER BY n",
        (statement, index) -> numbers(statement, index, above),
        row -> seen.add(row.getInt("n")));
  }

  private void insert(int from, int to) {
    trip.update(INSERT, (statement, index) -> numbers(statement, index, from, to), written::add);
  }

  @Test
  void eachStatementHasItsOwnValuesAndSeesWhatThoseBeforeItDid() throws SQLException {
    insert(1, 3);
    select(1);
    insert(4, 5);
    select(3);

    trip.run(connection);

    assertThat(written).containsExactly(3, 2);
    assertThat(seen).containsExactly(2, 3, 4, 5);
  }

  @Test
  void oneThatFindsNothingOrWritesNothingLeavesTheOthersAlone() throws SQLException {
    select(0);
    insert(2, 1);
    insert(1, 1);
    select(0);

    trip.run(connection);

    assertThat(written).containsExactly(0, 1);
    assertThat(seen).containsExactly(1);
  }

  @Test
  void nothingAtAllDoesNotAskTheDatabase() throws SQLException {
    connection.close();

    trip.run(connection);

    connection = database.getConnection();
    connection.setAutoCommit(false);
  }

  @Test
  void afterAFailureNothingIsTaken() {
    insert(1, 1);
    insert(1, 1);
    select(0);

    assertThatThrownBy(() -> trip.run(connection))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("23505"));

    assertThat(written).isEmpty();
    assertThat(seen).isEmpty();
  }

  @Test
  void itMayBeCarriedOutManyTimesUnderOnePlan() throws SQLException {
    for (int round = 0; round < 10; round++) {
      RoundTrip again = new RoundTrip();
      int number = round;
      again.update(INSERT, (statement, index) -> numbers(statement, index, number, number));
      again.query(
          "SELECT count(*) FROM trip WHERE n >= ?",
          (statement, index) -> numbers(statement, index, 0),
          row -> seen.add(row.getInt(1)));
      again.run(connection);
    }

    assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }
}
