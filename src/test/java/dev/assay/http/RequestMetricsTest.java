package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever callers make up, the metrics of requests keep a closed set of names. */
@QuarkusTest
class RequestMetricsTest {
  /** More than the platform keeps before it drops all further paths. */
  private static final int MANY = 150;

  private static final Pattern SERIES =
      Pattern.compile("(?m)^http_server_requests_seconds_count\\{(.*)} \\S+$");

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI service;

  @Test
  void inventedMethodsAreOneSeries() throws IOException {
    try (RawHttp http = new RawHttp(service)) {
      request(http, "INVENTED", "/v1/events");
      int before = series().size();
      for (int i = 0; i < MANY; i++) {
        request(http, "INVENTED" + i, "/v1/events");
      }
      assertThat(series()).hasSize(before);
    }
    assertThat(series())
        .anyMatch(one -> one.contains("method=\"OTHER\"") && one.contains("uri=\"/v1/events\""))
        .noneMatch(one -> one.contains("INVENTED"));
  }

  @Test
  void unknownPathsAreOneSeriesAndLeaveRoomForThoseOfTheProduct() throws IOException {
    try (RawHttp http = new RawHttp(service)) {
      for (int i = 0; i < MANY; i++) {
        request(http, "GET", "/made-up/" + i);
        request(http, "POST", "/v1/made-up-" + i);
        request(http, "GET", "/console/made-up-" + i);
        request(http, "DELETE", "/q/health/made-up-" + i);
      }
    }
    Assay.post("{\"id\":\"e\",\"lead\":\"%s\",\"type\":\"page_view\"}".formatted(Assay.newLead()));

    assertThat(series())
        .noneMatch(one -> one.contains("made-up"))
        .anyMatch(one -> one.contains("uri=\"/v1/events\"") && one.contains("status=\"200\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET", "PUT", "FETCH"})
  void noAddressStandsInALabel(String method) throws IOException {
    String address = "p-%s@x.example".formatted(method.toLowerCase(Locale.ROOT));
    for (String path :
        new String[] {
          "/v1/leads/" + address,
          "/v1/leads/" + address + "/",
          "/v1/leads/" + address + "/owner",
          "/v1/leads/" + address + "/nothing/here",
          "/leads/" + address,
          "/" + address,
          "/v1/leads?text=" + address
        }) {
      try (RawHttp http = new RawHttp(service)) {
        request(http, method, path);
        http.send(
            "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 0\r\n\r\n"
                .formatted(method, path, Keys.admin()));
        http.readAnswer();
      }
    }
    assertThat(RestAssured.get("/q/metrics").asString()).doesNotContain(address);
    assertThat(series()).anyMatch(one -> one.contains("uri=\"/v1/leads/{lead}\""));
  }

  private static void request(RawHttp http, String method, String path) throws IOException {
    http.send("%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".formatted(method, path));
    assertThat(http.readAnswer()).startsWith("HTTP/1.1 ");
  }

  private static Set<String> series() {
    Set<String> found = new TreeSet<>();
    Matcher line = SERIES.matcher(RestAssured.get("/q/metrics").asString());
    while (line.find()) {
      found.add(line.group(1));
    }
    return found;
  }
}
