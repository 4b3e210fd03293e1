package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two files at once with a key and eight in all, as shipped. */
@QuarkusTest
class UploadsAtOnceTest {
  private static final String FILE = "lead,title\nl-1,CEO\n";

  @Inject UploadSlots slots;
  @Inject Vertx vertx;

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

  /** There the others that share the connection must not be cut off. */
  @Test
  void overHttp2OnlyTheRefusedUploadEnds() throws Exception {
    String key = key();
    SlowClient first = begin(key);
    SlowClient second = begin(key);
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1));
    try {
      HttpClientRequest refused = overHttp2(client, key);
      CompletableFuture<HttpClientResponse> answer =
          refused.response().toCompletionStage().toCompletableFuture();
      refused.write(FILE.substring(0, 5));
      assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(429);
      finish(first);
      finish(second);

      HttpClientRequest taken = overHttp2(client, key);
      CompletableFuture<HttpClientResponse> later =
          taken.response().toCompletionStage().toCompletableFuture();
      taken.end(FILE);

      assertThat(later.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
      assertThat(taken.connection()).isSameAs(refused.connection());
    } finally {
      client.close();
    }
  }

  private HttpClientRequest overHttp2(HttpClient client, String key) throws Exception {
    HttpClientRequest request =
        client
            .request(HttpMethod.POST, service.getPort(), service.getHost(), "/v1/imports")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    return request
        .putHeader("Authorization", "Bearer " + key)
        .putHeader("Content-Type", "text/csv")
        .putHeader("Content-Length", String.valueOf(FILE.length()));
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
