package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two files at once with a key and eight in all, as shipped. */
@QuarkusTest
class UploadsAtOnceTest {
  private static final String FILE = "lead,title\nl-1,CEO\n";

  @Inject UploadSlots slots;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  private final List<SlowClient> clients = new ArrayList<>();

  @AfterEach
  void hangUp() throws Exception {
    for (SlowClient client : clients) {
      client.close();
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> slots.arriving() == 0);
  }

  @Test
  void aKeyMaySendTwo() throws Exception {
    String key = key();
    SlowClient first = begin(key);
    begin(key);

    SlowClient third = begin(key);

    assertThat(third.answer())
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("retry-after: 10")
        .contains("application/problem+json");
    assertThat(third.everything()).contains("2 files are being uploaded with this key");
    finish(begin(key()));
    finish(first);
    finish(begin(key));
  }

  @Test
  void whoeverHangsUpMakesRoom() throws Exception {
    String key = key();
    begin(key);
    begin(key).close();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              SlowClient another = SlowClient.upload(service, key, FILE.length());
              clients.add(another);
              another.send(FILE);
              return another.answer().startsWith("HTTP/1.1 201");
            });
  }

  @Test
  void allKeysTogetherMaySendEight() throws Exception {
    SlowClient first = begin(key());
    for (int i = 1; i < 8; i++) {
      begin(key());
    }

    SlowClient ninth = begin(key());

    assertThat(ninth.answer()).startsWith("HTTP/1.1 429");
    assertThat(ninth.everything()).contains("8 files are being uploaded, which is the most");
    finish(first);
    finish(begin(key()));
  }

  private static String key() {
    return Keys.make("importer", "ingest");
  }

  /** Begins an upload, and sees that the service reads it or has answered. */
  private SlowClient begin(String key) throws Exception {
    int before = slots.arriving();
    SlowClient client = SlowClient.upload(service, key, FILE.length());
    clients.add(client);
    client.send(FILE.substring(0, 5));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> client.isAnswered() || slots.arriving() > before);
    return client;
  }

  private static void finish(SlowClient client) throws Exception {
    client.send(FILE.substring(5));
    assertThat(client.answer()).startsWith("HTTP/1.1 201");
  }
}
