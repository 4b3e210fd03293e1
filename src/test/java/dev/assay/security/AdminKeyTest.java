package dev.assay.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each start here is that of one more replica on the same database, with its own key file. */
@QuarkusTest
class AdminKeyTest {

  @Inject KeyTable table;
  @Inject KeyRing ring;
  @Inject DataSource database;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  /** Those of other tests are only set aside, marked by a time that no revocation has. */
  @BeforeEach
  void noAdminKeyIsUsable() throws SQLException {
    execute(
        """
        update api_key set revoked_at = 'epoch'
        where revoked_at is null and 'admin' = any (roles)
        """);
  }

  @AfterEach
  void thoseOfOtherTestsAreUsableAgain() throws SQLException {
    execute("delete from api_key where name = 'first admin' and revoked_at is null");
    execute("update api_key set revoked_at = null where revoked_at = 'epoch'");
    ring.refresh();
  }

  @Test
  void theFirstStartLeavesAKeyThatOnlyTheOwnerCanRead() throws Exception {
    Path file = directory.resolve("new/deep/admin.key");

    start(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Keys.as(Files.readString(file).strip()).get("/v1/keys").then().statusCode(200);
    assertThat(directory.resolve("new/deep").toFile().list()).containsExactly("admin.key");
  }

  @Test
  void aRestartKeepsTheKey() throws Exception {
    Path file = directory.resolve("admin.key");
    start(file);
    String key = Files.readString(file);

    start(file);

    assertThat(Files.readString(file)).isEqualTo(key);
  }

  @Test
  void aStaleFileIsOverwritten() throws Exception {
    Path file = directory.resolve("admin.key");
    Files.writeString(file, "stale");

    start(file);

    assertThat(Files.readString(file)).startsWith("assay_");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void ofReplicasStartingTogetherOneMakesTheKey() throws Exception {
    List<Path> files = new ArrayList<>();
    ExecutorService replicas = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> starts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Path file = directory.resolve("admin-" + i + ".key");
        files.add(file);
        starts.add(
            replicas.submit(
                () -> {
                  start(file);
                  return true;
                }));
      }
      for (Future<?> start : starts) {
        start.get();
      }
    } finally {
      replicas.shutdown();
    }
    assertThat(files.stream().filter(Files::exists)).hasSize(1);
  }

  @Test
  void aKeyThatCannotBeHandedOverIsNotMade() throws Exception {
    Path blocked = Files.writeString(directory.resolve("file"), "not a directory");

    assertThatThrownBy(() -> start(blocked.resolve("admin.key")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("assay.security.admin-key-file");

    Path file = directory.resolve("admin.key");
    start(file);
    assertThat(file).exists();
  }

  @Test
  void aChosenKeyIsStoredAndNoFileWritten() throws Exception {
    Token chosen = Token.random();

    start(directory.resolve("admin.key"), chosen.reveal() + "\n");

    Keys.as(chosen.reveal()).get("/v1/keys").then().statusCode(200);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aChosenKeyIsNotLookedAtWhileAnotherIsUsable() throws Exception {
    start(directory.resolve("admin.key"));
    Token chosen = Token.random();

    start(directory.resolve("other.key"), chosen.reveal());

    Keys.as(chosen.reveal()).get("/v1/keys").then().statusCode(401);
  }

  @Test
  void aRevokedKeyDoesNotComeBack() throws Exception {
    Token chosen = Token.random();
    start(directory.resolve("admin.key"), chosen.reveal());
    execute("update api_key set revoked_at = now() where id = '%s'".formatted(chosen.id()));

    assertThatThrownBy(() -> start(directory.resolve("admin.key"), chosen.reveal()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("assay_" + chosen.id())
        .hasMessageContaining("choose a new one")
        .hasMessageNotContaining(chosen.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "assay_0123456789abcdef_tooshort", "assay__"})
  void whatIsNoKeyIsRefusedAndNotShown(String text) {
    assertThatThrownBy(() -> start(directory.resolve("admin.key"), text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("assay.security.admin-key is no key")
        .hasMessageNotContaining(text);
  }

  private void start(Path file) throws SQLException {
    start(file, null);
  }

  private void start(Path file, @Nullable String chosen) throws SQLException {
    SecurityConfig config =
        new SecurityConfig() {
          @Override
          public Optional<String> adminKey() {
            return Optional.ofNullable(chosen);
          }

          @Override
          public Path adminKeyFile() {
            return file;
          }

          @Override
          public boolean protectManagement() {
            return false;
          }

          @Override
          public Duration sessionIdle() {
            return Duration.ofHours(1);
          }

          @Override
          public Duration sessionLifetime() {
            return Duration.ofHours(1);
          }
        };
    new AdminKey(table, config).start(new StartupEvent());
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
