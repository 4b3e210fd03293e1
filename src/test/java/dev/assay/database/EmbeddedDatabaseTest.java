package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other users of the machine neither get into the database nor change what it runs. */
class EmbeddedDatabaseTest {
  private static final int PORT_LINE = 3;
  private static final int SOCKET_FOLDER_LINE = 4;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path data;

  @BeforeEach
  void everybodyMayComeAsFarAsTheFolder() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    data = folder.resolve("postgresql");
  }

  @Test
  void theRoleOfTheServiceOwnsTheDatabaseAndMayDoNothingElse() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection = connect(database)) {
      assertThat(
              text(
                  connection,
                  "SELECT concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)"
                      + " FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f f f f f");
      assertThat(
              text(
                  connection,
                  "SELECT count(*) FROM pg_auth_members WHERE member = (SELECT oid FROM pg_roles WHERE rolname = current_user)"))
          .isEqualTo("0");
      for (String statement :
          List.of(
              "COPY (SELECT 1) TO PROGRAM 'touch " + folder.resolve("ran") + "'",
              "SELECT pg_read_file('/etc/passwd')",
              "CREATE ROLE intruder SUPERUSER",
              "ALTER SYSTEM SET listen_addresses = '*'")) {
        assertThatThrownBy(() -> execute(connection, statement))
            .describedAs(statement)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      execute(connection, "CREATE EXTENSION pg_trgm");
      execute(connection, "CREATE TABLE made (id int)");
    }
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      for (String user : List.of("postgres", "assay", "root")) {
        for (String password : List.of("", "postgres", "wrong")) {
          assertThatThrownBy(
                  () -> DriverManager.getConnection(database.jdbcUrl(), user, password).close())
              .describedAs("%s with %s", user, password)
              .isInstanceOf(SQLException.class);
        }
      }
      assertThat(database.password()).hasSizeGreaterThan(40);
      assertThat(Files.readString(data.resolve("pg_hba.conf"))).doesNotContain("trust");
      try (Connection connection = connect(database)) {
        List<String> told = Files.readAllLines(data.resolve("postmaster.pid"));
        assertThat(told.get(SOCKET_FOLDER_LINE)).isBlank();
        assertThat(Path.of("/tmp/.s.PGSQL." + told.get(PORT_LINE).strip())).doesNotExist();
        assertThat(text(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(text(connection, "SHOW server_version")).startsWith("17.7");
      }
    }
  }

  @Test
  void noOtherUserReadsAFileOrSeesThePassword() throws Exception {
    assumeThat(System.getProperty("user.name"))
        .describedAs("only root acts for others")
        .isEqualTo("root");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      try (Stream<Path> all = Files.walk(data)) {
        for (Path each : all.limit(300).toList()) {
          assertThat(asNobody("test", "-r", each.toString())).describedAs("%s", each).isNotZero();
        }
      }
      assertThat(asNobody("ls", data.toString())).isNotZero();
      assertThat(asNobody("touch", data.resolve("x").toString())).isNotZero();
      try (Stream<ProcessHandle> processes = ProcessHandle.current().descendants()) {
        assertThat(processes.map(each -> each.info().commandLine().orElse("")))
            .noneMatch(line -> line.contains(database.password()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bin/postgres", "bin/initdb", "lib/pg_trgm.so"})
  void aProgramThatWasChangedIsReplacedBeforeItIsRun(String program) throws Exception {
    EmbeddedDatabase.start(data).close();
    Path changed;
    try (Stream<Path> all = Files.walk(data.resolve("assay/binaries"))) {
      changed =
          all.filter(each -> each.endsWith(Path.of(program).getFileName()))
              .findFirst()
              .orElseThrow();
    }
    long size = Files.size(changed);
    Files.writeString(changed, "#", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);

    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection = connect(database)) {
      assertThat(text(connection, "SELECT 1")).isEqualTo("1");
    }
    assertThat(changed).hasSize(size);
  }

  @Test
  void dataAndPasswordStayOverARestart() throws Exception {
    String password;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection = connect(database)) {
      password = database.password();
      execute(connection, "CREATE TABLE kept AS SELECT 7 AS n");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection = connect(database)) {
      assertThat(database.password()).isEqualTo(password);
      assertThat(text(connection, "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void dataOfAServerThatLetEverybodyInAreTakenOver() throws Exception {
    try (EmbeddedPostgres old =
            EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start();
        Connection connection = old.getPostgresDatabase().getConnection()) {
      execute(connection, "CREATE EXTENSION pg_trgm");
      execute(
          connection,
          "CREATE TABLE lead (id int GENERATED ALWAYS AS IDENTITY, lead text PRIMARY KEY)");
      execute(connection, "CREATE INDEX ON lead USING gin (lead gin_trgm_ops)");
      execute(connection, "CREATE VIEW leads AS SELECT lead FROM lead");
      execute(
          connection,
          "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS $$ SELECT n * 2 $$");
      execute(
          connection, "INSERT INTO lead (lead) SELECT 'l-' || n FROM generate_series(1, 100) AS n");
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection = connect(database)) {
      assertThat(text(connection, "SELECT count(*) FROM leads WHERE lead LIKE 'l-1%'"))
          .isEqualTo("12");
      assertThat(text(connection, "SELECT twice(4)")).isEqualTo("8");
      execute(connection, "ALTER TABLE lead ADD COLUMN more text");
      execute(connection, "INSERT INTO lead (lead) VALUES ('new')");
      execute(connection, "DROP FUNCTION twice");
      execute(connection, "DROP VIEW leads");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "").close())
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void twoServicesDoNotShareAFolder() throws Exception {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
      assertThat(first.user()).isEqualTo("assay");
      assertThatThrownBy(() -> EmbeddedDatabase.start(data).close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Another Assay runs on the data");
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** The exit code of a command that another user gives. */
  private static int asNobody(String... command) throws IOException, InterruptedException {
    List<String> all =
        Stream.concat(Stream.of("runuser", "-u", "nobody", "--"), Stream.of(command)).toList();
    return new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
