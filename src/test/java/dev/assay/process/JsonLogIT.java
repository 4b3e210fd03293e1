package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the process writes when it is asked for JSON. */
class JsonLogIT {
  /** Says all it knows of the person, as a careless rule may. */
  private static final String CARELESS =
      """
      package dev.assay.rules;
      import dev.assay.assessment.*;
      global Scorecard scorecard;
      rule "Careless" when $lead : Lead(title == "Careless") then
        throw new IllegalStateException("cannot score " + $lead.email());
      end
      """;

  @Test
  void linesHaveIdsAsFieldsAndNothingElseAboutThePerson() throws Exception {
    Path folder = Service.folder("json-log");
    Map<String, String> environment =
        Map.of(
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
            "QUARKUS_LOG_CATEGORY__DEV_ASSAY_PIPELINE__LEVEL", "DEBUG",
            "ASSAY_RULES_DIRECTORY", rules(folder).toString());
    try (Service service = Service.start(folder, environment)) {
      put(
          service,
          "l-1",
          "{\"email\":\"kim@example.com\",\"title\":\"VP of Sales\",\"employees\":300}");
      post(
          service,
          "{\"id\":\"e-1\",\"lead\":\"l-1\",\"type\":\"demo_request\",\"source\":\"web\"}");
      put(
          service,
          "l-2",
          "{\"email\":\"lee@example.com\",\"firstName\":\"Leander\",\"title\":\"Careless\"}");
      post(
          service,
          "{\"id\":\"e-2\",\"lead\":\"l-2\",\"type\":\"page_view\",\"subject\":\"/pricing\"}");
      post(service, "{\"id\":\"e-3\",\"email\":\"pat@example.com\",\"type\":\"page_view\"}");
      put(service, "pat@example.com", "{\"title\":\"Careless\"}");

      await().atMost(Duration.ofSeconds(20)).until(() -> about(service, "sha256:").size() == 1);

      JsonNode moved = about(service, "l-1").get(0);
      assertThat(moved.required("message").asText()).isEqualTo("Lead l-1 moved from none to MQL");
      assertThat(moved.required("mdc").required("event").asText()).isEqualTo("e-1");
      assertThat(moved.required("mdc").required("source").asText()).isEqualTo("web");
      List<JsonNode> failed = about(service, "l-2");
      assertThat(failed).hasSize(2);
      assertThat(failed.get(1).required("mdc").required("event").asText()).isEqualTo("e-2");
      assertThat(failed.get(1).required("message").asText())
          .startsWith("Lead l-2 could not be assessed: rule Careless");
      assertThat(failed.get(1).toString()).contains("IllegalStateException");
      assertThat(service.log())
          .doesNotContain("example.com", "Leander", "VP of Sales", "cannot score");
    }
  }

  private static Path rules(Path folder) throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    try (Stream<Path> files = Files.list(Path.of("rules"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, rules.resolve(file.getFileName()));
      }
    }
    Files.writeString(rules.resolve("careless.drl"), CARELESS);
    return rules;
  }

  /** The lines whose field lead begins so. All lines have to be JSON objects. */
  private static List<JsonNode> about(Service service, String lead) {
    ObjectMapper json = new ObjectMapper();
    return service
        .lines()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException notJson) {
                throw new AssertionError(line, notJson);
              }
            })
        .filter(line -> line.path("mdc").path("lead").asText().startsWith(lead))
        .toList();
  }

  private static void put(Service service, String lead, String profile) throws Exception {
    send(service, "PUT", "/v1/leads/" + lead, profile);
  }

  private static void post(Service service, String event) throws Exception {
    send(service, "POST", "/v1/events", event);
  }

  private static void send(Service service, String method, String path, String body)
      throws Exception {
    URI uri = service.uri().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + service.key())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode();
    assertThat(status).describedAs(method + " " + path).isBetween(200, 299);
  }
}
