package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.operations.Manifests;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three processes with the environment that the manifests give a pod, started at once. */
class ReplicasIT {
  private static final String KEY =
      "assay_0123456789abcdef_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP-";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void replicasThatStartTogetherMakeOneSchemaOneRuleSetAndOneKey() throws Exception {
    List<Service> replicas = new ArrayList<>();
    EmbeddedPostgres server = EmbeddedPostgres.start();
    try {
      for (int i = 0; i < 3; i++) {
        replicas.add(Service.launch(Service.folder("replica"), environment(server)));
      }
      replicas.forEach(Service::awaitReady);

      try (Connection database = server.getPostgresDatabase().getConnection()) {
        assertThat(count(database, "flyway_schema_history WHERE success")).isEqualTo(migrations());
        assertThat(count(database, "flyway_schema_history")).isEqualTo(migrations());
        assertThat(count(database, "ruleset")).isEqualTo(1);
        assertThat(count(database, "api_key")).isEqualTo(1);
      }
      for (Service replica : replicas) {
        assertThat(status(replica, "v1/keys", KEY)).isEqualTo(200);
        assertThat(status(replica, "q/metrics", KEY)).isEqualTo(200);
        assertThat(status(replica, "q/metrics", "none")).isEqualTo(401);
        assertThat(kept(replica)).containsExactly("log");
        assertThat(replica.lines().map(ReplicasIT::level)).doesNotContain("ERROR", "FATAL");
      }

      server.close();

      Service one = replicas.get(0);
      await().atMost(Duration.ofSeconds(30)).until(() -> status(one, "q/health/ready", "") == 503);
      assertThat(status(one, "q/health/live", "")).isEqualTo(200);
      assertThat(status(one, "q/health/started", "")).isEqualTo(200);
    } finally {
      replicas.forEach(Service::close);
      server.close();
    }
  }

  /**
   * That of the manifests, but on the loopback address alone and with the rules of this project.
   */
  private static Map<String, String> environment(EmbeddedPostgres server) {
    Map<String, String> environment =
        new HashMap<>(
            Manifests.environment(
                Map.of(
                    "database-url", server.getJdbcUrl("postgres", "postgres"),
                    "database-username", "postgres",
                    "database-password", "unused",
                    "webhook-encryption-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                    "admin-key", KEY)));
    assertThat(environment.put("QUARKUS_HTTP_HOST", "127.0.0.1")).isEqualTo("0.0.0.0");
    environment.put("ASSAY_RULES_DIRECTORY", Path.of("rules").toAbsolutePath().toString());
    // The JVM would tell of it in a line that is not JSON.
    environment.remove("JAVA_TOOL_OPTIONS");
    return environment;
  }

  /** The level of a line, which must be a JSON object. */
  private static String level(String line) {
    try {
      return new ObjectMapper().readTree(line).required("level").asText();
    } catch (IOException notJson) {
      throw new AssertionError(line, notJson);
    }
  }

  private static List<String> kept(Service service) throws IOException {
    try (Stream<Path> files = Files.list(service.folder())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static int migrations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return (int) files.count();
    }
  }

  private static int count(Connection database, String what) throws Exception {
    try (Statement select = database.createStatement();
        ResultSet row = select.executeQuery("SELECT count(*) FROM " + what)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static int status(Service service, String path, String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.uri().resolve("/" + path));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
