package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time cost others nothing. */
@QuarkusTest
@TestProfile(SlowUploadsTest.ManyAtOnce.class)
class SlowUploadsTest {
  /** As many connections as there are, and one more. */
  private static final int SLOW = 17;

  private static final int LARGEST = 70_000;
  private static final Path FOLDER = Path.of("target", "slow-uploads");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Tables tables;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  private final List<SlowClient> clients = new ArrayList<>();

  @AfterEach
  void hangUp() throws Exception {
    for (SlowClient client : clients) {
      client.close();
    }
  }

  @Test
  void slowSendersHoldNoConnectionToTheDatabase() throws Exception {
    for (int i = 0; i < SLOW; i++) {
      upload(1_000).send("lead,title\nl-1,");
    }

    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Assay.put(Assay.newLead(), "{\"title\":\"CEO\"}").statusCode(201);
              Assay.get("/v1/leads").statusCode(200);
            });
  }

  @Test
  void slowReadersOfRejectedLinesHoldNoConnectionToTheDatabase() throws Exception {
    int id = Importing.draft("lead,title\nl-1,CEO\n");
    tables.execute(
        """
        INSERT INTO csv_import_error (lead, csv_import, line, problem, cells)
        SELECT '', ?, n, 'It is long.', jsonb_build_array('l-1', repeat('x', 50000))
        FROM generate_series(1, 600) AS n
        """,
        id);
    for (int i = 0; i < SLOW; i++) {
      clients.add(
          SlowClient.get(service, Keys.with("ingest"), "/v1/imports/%d/errors".formatted(id)));
    }
    for (SlowClient client : clients) {
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
    }

    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(1))
        .untilAsserted(() -> Assay.get("/v1/leads").statusCode(200));
  }

  @Test
  void anUploadThatTricklesIsEnded() throws Exception {
    int before = imports();
    SlowClient client = upload(60_000);
    client.send("lead,title\n");

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              client.send("l");
              return client.isAnswered();
            });

    assertThat(client.answer())
        .startsWith("HTTP/1.1 408")
        .containsIgnoringCase("connection: close")
        .contains("application/problem+json");
    assertThat(client.everything())
        .contains("https://assay.dev/problems/request-timeout")
        .contains("1000 bytes a second");
    assertThat(imports()).isEqualTo(before);
  }

  @Test
  void aFileThatArrivesInTimeIsTakenHoweverManyPartsItHas() throws Exception {
    SlowClient client = upload(11 + 4 * 4_000);
    client.send("lead,title\n");
    for (int part = 0; part < 4; part++) {
      client.send("l-1,CEO\n".repeat(500));
      await().pollDelay(Duration.ofMillis(600)).until(() -> true);
    }

    assertThat(client.answer()).startsWith("HTTP/1.1 201");
  }

  @Test
  void whatLiesOnTheDiskHasNoNameAndNobodyElseSeesTheFolder() throws Exception {
    SlowClient client = upload(20_000);
    client.send("lead,title\n" + "l-1,CEO\n".repeat(1_000));

    await().atMost(PATIENCE).until(() -> Files.isDirectory(FOLDER));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER)))
        .isEqualTo("rwx------");
    await()
        .atMost(PATIENCE)
        .until(() -> openFiles().stream().anyMatch(file -> file.endsWith("(deleted)")));
    try (var files = Files.list(FOLDER)) {
      assertThat(files).isEmpty();
    }
    client.close();
    await().atMost(PATIENCE).until(() -> openFiles().isEmpty());
  }

  @Test
  void theLargestFileMayBeSentWithoutItsLengthButNotOneByteMore() throws Exception {
    for (int size : List.of(LARGEST, LARGEST + 1)) {
      SlowClient client = SlowClient.chunked(service, Keys.with("ingest"));
      clients.add(client);
      String file = "lead,title\n" + ("l-1," + "x".repeat(995) + "\n").repeat(69);
      client.sendChunk(file);
      client.sendChunk("l-1," + "x".repeat(size - file.length() - 4));

      client.sendChunk("");

      assertThat(client.answer()).startsWith(size == LARGEST ? "HTTP/1.1 201" : "HTTP/1.1 413");
    }
  }

  @Test
  void aRefusedSenderSeesTheAnswerAndIsNotHeardForLong() throws Exception {
    SlowClient client = upload(LARGEST);
    client.send("a\n\u0000" + "x".repeat(65_536));

    assertThat(client.answer()).startsWith("HTTP/1.1 400");
    client.send("x".repeat(1_000));
    assertThat(client.everything()).contains("NUL bytes");
  }

  private SlowClient upload(int length) throws Exception {
    SlowClient client = SlowClient.upload(service, Keys.with("ingest"), length);
    clients.add(client);
    return client;
  }

  private int imports() throws Exception {
    return tables.count("SELECT count(*) FROM csv_import");
  }

  /** Files of the folder that this process has open; the service runs in it. */
  private static List<String> openFiles() throws Exception {
    List<String> open = new ArrayList<>();
    try (var links = Files.list(Path.of("/proc/self/fd"))) {
      for (Path link : links.toList()) {
        if (Files.isSymbolicLink(link)) {
          open.add(Files.readSymbolicLink(link).toString());
        }
      }
    } catch (java.nio.file.NoSuchFileException closedMeanwhile) {
      return openFiles();
    }
    open.removeIf(file -> !file.contains("slow-uploads/upload-"));
    return open;
  }

  /** Any number at once, measured over a second; small files. */
  public static class ManyAtOnce implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "assay.imports.max-uploads", "20",
          "assay.imports.max-uploads-per-key", "20",
          "assay.imports.min-upload-rate", "1000",
          "assay.imports.upload-rate-window", "PT1S",
          "assay.imports.largest-file", String.valueOf(LARGEST),
          "assay.imports.upload-directory", FOLDER.toString());
    }
  }
}
