package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventCallsTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @Test
  void aThousandEventsAreOneCall() throws Exception {
    Assay.post(list(1_000))
        .statusCode(200)
        .body("status.unique()", equalTo(java.util.List.of("accepted")));

    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", Assay.NDJSON})
  void oneMoreIsTooMany(String contentType) throws Exception {
    String body = list(1_001);

    Assay.post(contentType, contentType.equals(Assay.NDJSON) ? lines(body) : body)
        .statusCode(413)
        .body("detail", equalTo("A call may hold at most 1,000 events; send more calls."));

    assertThat(tables.count("SELECT count(*) FROM event WHERE lead = ?", lead)).isZero();
  }

  @Test
  void anEmptyListIsAnsweredWithNone() {
    Assay.post("[]").statusCode(200).body("size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | The body is empty
          {"id":                  | The body is not JSON at line 1
          {"id":"e"} {"id":"f"}   | The body is not JSON at line 1
          {"id":"e"               | Unexpected end-of-input: expected close marker for Object.
          """)
  void whatIsNotJsonIsRefused(String body, String detail) {
    Assay.post(body == null ? "" : body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  @Test
  void aSingleBadEventIsAProblem() {
    Assay.post("{\"id\":\"e-1\",\"lead\":\"%s\",\"type\":\"Page View\"}".formatted(lead))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("https://assay.dev/problems/bad-request"))
        .body("violations[0].field", equalTo("type"))
        .body("violations[0].value", equalTo("page view"))
        .body("violations[0].message", containsString("such as page_view"));
  }

  @ParameterizedTest
  @CsvSource({"ingest, 200", "admin, 200", "sales, 403", "analyst, 403"})
  void onlyWhoMayIngestPostsEvents(String role, int status) {
    Keys.as(Keys.with(role))
        .contentType(ContentType.JSON)
        .body(Assay.event("e-1", lead, "page_view", "/"))
        .post("/v1/events")
        .then()
        .statusCode(status);
  }

  private String list(int events) {
    return IntStream.range(0, events)
        .mapToObj(i -> Assay.event("e-" + i, lead, "email_open", "news"))
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  private static String lines(String list) {
    return list.substring(1, list.length() - 1).replace("},\n", "}\n");
  }
}
