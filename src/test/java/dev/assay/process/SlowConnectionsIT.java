package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.http.RawHttp;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that send little, or nothing, do not keep their connections. */
class SlowConnectionsIT {
  private static final String HOST = "Host: localhost\r\n";
  private static final int MAX_CONNECTIONS = 40;

  @SuppressWarnings("NullAway.Init")
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    service =
        Service.start(
            Service.folder("slow"),
            Map.of(
                "ASSAY_HTTP_HEADER_TIMEOUT", "2S",
                "ASSAY_HTTP_BODY_WINDOW", "2S",
                "ASSAY_HTTP_MIN_BODY_RATE", "500",
                "ASSAY_HTTP_IDLE_TIMEOUT", "4S",
                "ASSAY_HTTP_MAX_CONNECTIONS_PER_ADDRESS", String.valueOf(MAX_CONNECTIONS)));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aConnectionThatSendsNothingIsClosed() throws IOException {
    try (RawHttp silent = new RawHttp(service.uri())) {
      assertThat(silent.readAll()).isEmpty();
    }
  }

  @Test
  void aHeadThatDripsIsClosed() throws Exception {
    assertClosedWhileDripping("GET /v1/leads HTTP/1.1\r\n" + HOST, "X-Drip: 1\r\n");
  }

  @Test
  void theNextHeadOnAConnectionThatIsUsedAgainIsTimedToo() throws Exception {
    try (RawHttp http = new RawHttp(service.uri())) {
      http.send("GET /q/health/live HTTP/1.1\r\n" + HOST + "\r\n");
      assertThat(http.readAnswer()).startsWith("HTTP/1.1 200");
      http.send("GET /q/health/live HTTP/1.1\r\n" + HOST);
      assertThat(http.readAll()).isEmpty();
    }
  }

  @Test
  void aBodyThatDripsIsClosed() throws Exception {
    assertClosedWhileDripping(post("/v1/events", 100_000) + "[", "          ");
    assertClosedWhileDripping(post("/v1/imports?name=a.csv", 100_000), "a,b\r\n");
  }

  @Test
  void aBodyAtTheRateIsRead() throws Exception {
    String event = "{\"id\":\"slow\",\"lead\":\"slow\",\"type\":\"page_view\"}";
    String padding = " ".repeat(300);
    int pieces = 20; // of 300 bytes in 5 s in all: above 500 a second
    try (RawHttp http = new RawHttp(service.uri())) {
      http.send(post("/v1/events", pieces * padding.length() + event.length()));
      for (int i = 0; i < pieces; i++) {
        http.send(padding);
        pause(Duration.ofMillis(250));
      }
      http.send(event);
      assertThat(http.readAnswer()).startsWith("HTTP/1.1 200").contains("accepted");
    }
  }

  @Test
  void aConnectionIsUsedAgainWithinTheIdleTimeAndClosedAfterIt() throws Exception {
    try (RawHttp http = new RawHttp(service.uri())) {
      for (int i = 0; i < 3; i++) {
        http.send("GET /q/health/live HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(http.readAnswer()).startsWith("HTTP/1.1 200");
        pause(Duration.ofMillis(2_500));
      }
      assertThat(http.readAll()).isEmpty();
    }
  }

  @Test
  void oneConnectionTooManyFromAnAddressIsClosedAndRoomIsMadeAgain() throws Exception {
    List<RawHttp> open = new ArrayList<>();
    try {
      await().until(() -> connections() <= 1);
      while (open.size() < MAX_CONNECTIONS) {
        RawHttp http = new RawHttp(service.uri());
        open.add(http);
        http.send("GET /q/health/live HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(http.readAnswer()).startsWith("HTTP/1.1 200");
      }
      try (RawHttp tooMany = new RawHttp(service.uri())) {
        assertThat(tooMany.readAll()).isEmpty();
      }
      open.remove(0).close();
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          RawHttp.exchange(
                              service.uri(),
                              "GET /q/health/live HTTP/1.1\r\nConnection: close\r\n"
                                  + HOST
                                  + "\r\n"))
                      .startsWith("HTTP/1.1 200"));
    } finally {
      for (RawHttp each : open) {
        each.close();
      }
    }
  }

  @Test
  void anAmbiguousHeadIsRefused() throws Exception {
    for (String headers :
        List.of(
            HOST + HOST,
            HOST + "Host: elsewhere.example\r\n",
            "",
            "Host: a b\r\n",
            HOST + "X-Folded: one\r\n two\r\n",
            HOST + "X-Folded: one\r\n\ttwo\r\n")) {
      assertThat(
              RawHttp.exchange(service.uri(), "GET /q/health/live HTTP/1.1\r\n" + headers + "\r\n"))
          .describedAs(headers)
          .startsWith("HTTP/1.1 400");
    }
  }

  private static void assertClosedWhileDripping(String begin, String drop) throws Exception {
    try (RawHttp http = new RawHttp(service.uri())) {
      http.send(begin);
      await()
          .pollInterval(Duration.ofMillis(200))
          .between(Duration.ofSeconds(1), Duration.ofSeconds(15))
          .until(
              () -> {
                try {
                  http.send(drop);
                  return false;
                } catch (SocketException closed) {
                  return true;
                }
              });
    }
  }

  private static String post(String path, int length) throws IOException {
    String type = path.startsWith("/v1/imports") ? "text/csv" : "application/json";
    return "POST %s HTTP/1.1\r\n%sAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(path, HOST, service.key(), type, length);
  }

  private static double connections() throws IOException {
    String metrics =
        RawHttp.exchange(
            service.uri(), "GET /q/metrics HTTP/1.1\r\nConnection: close\r\n" + HOST + "\r\n");
    return metrics
        .lines()
        .filter(line -> line.startsWith("assay_http_connections "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static void pause(Duration time) {
    await().pollDelay(time).until(() -> true);
  }
}
