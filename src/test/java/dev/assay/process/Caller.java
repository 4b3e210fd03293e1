package dev.assay.process;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Calls one service with one key. */
final class Caller {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI service;
  private final String key;

  Caller(URI service, String key) {
    this.service = service;
    this.key = key;
  }

  HttpResponse<String> call(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .timeout(Duration.ofSeconds(90))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  int ready() {
    try {
      return call("GET", "/q/health/ready", "").statusCode();
    } catch (IOException none) {
      return 0;
    }
  }

  /** Has the service compare all leads with their logs; what differs. */
  List<String> differences() throws IOException {
    int check = JsonPath.from(call("POST", "/v1/checks", "{}").body()).getInt("id");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> json("/v1/checks/" + check).getString("finishedAt") != null);
    return json("/v1/checks/" + check + "/differences")
        .getList("differences", Object.class)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private JsonPath json(String path) throws IOException {
    return JsonPath.from(call("GET", path, "").body());
  }
}
