package dev.assay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.http.RawHttp;
import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large a call and what is in it may be: just inside the limit and just outside. */
@QuarkusTest
class LargeBodiesTest {
  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI service;

  private final String lead = Assay.newLead();

  @Test
  void anEventHasSoManyMembersAtMost() {
    int own = 4; // id, lead, type, properties
    Assay.post(event("in", JsonLimits.OBJECT_MEMBERS - own, "p")).statusCode(200);
    Assay.post(event("out", JsonLimits.OBJECT_MEMBERS - own + 1, "p"))
        .statusCode(413)
        .body("detail", containsString("more than 1,000 members"));
  }

  @Test
  void anEventThatIsTooLargeIsRejectedAloneWithItsPlace() {
    String large = event("large", JsonLimits.OBJECT_MEMBERS, "p");
    String small = Assay.event("small", lead, "chat", "");
    Assay.post("[%s,%s,%s]".formatted(small, large, small))
        .statusCode(200)
        .body("status", equalTo(List.of("accepted", "rejected", "duplicate")))
        .body(
            "[1].problem.detail",
            containsString("event 2 of the array has more than 1,000 members"));
    Assay.post("application/x-ndjson", small + "\n" + large + "\n" + small).statusCode(200);
    String heavy =
        "{\"id\":\"x\",\"lead\":\"%s\",\"type\":\"chat\",\"more\":[%s1]}"
            .formatted(lead, ("\"" + "x".repeat(100_000) + "\",").repeat(11));
    Assay.post("[%s,%s]".formatted(heavy, small))
        .statusCode(200)
        .body("[0].problem.detail", containsString("more than 1,048,576 bytes"))
        .body("[1].status", equalTo("duplicate"));
  }

  @Test
  void aProfileIsBoundedLikewise() {
    Assay.put(lead, members(JsonLimits.OBJECT_MEMBERS + 1, "a")).statusCode(413);
  }

  @Test
  void namesNumbersAndLevelsAreBounded() {
    Assay.post("{\"%s\":1}".formatted("n".repeat(JsonLimits.NAME + 1))).statusCode(413);
    Assay.post("{\"n\":%s}".formatted("1".repeat(JsonLimits.NUMBER + 1))).statusCode(400);
    Assay.post("{\"n\":%s}".formatted("[".repeat(JsonLimits.DEPTH) + "]".repeat(JsonLimits.DEPTH)))
        .statusCode(400)
        .body("detail", containsString("depth"));
    String deepest = "[".repeat(JsonLimits.DEPTH - 2) + "]".repeat(JsonLimits.DEPTH - 2);
    Assay.post(
            "{\"id\":\"deep\",\"lead\":\"%s\",\"type\":\"chat\",\"properties\":{\"n\":%s}}"
                .formatted(lead, deepest))
        .statusCode(200);
  }

  @Test
  void atMostSoMuchIsToldOfWhatIsWrong() {
    ValidatableResponse answer = Assay.post(members(JsonLimits.OBJECT_MEMBERS, "unknown"));
    answer.statusCode(400);
    assertThat(answer.extract().<List<Object>>path("violations")).hasSize(100);
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> members(150, "unknown"))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(Assay.post(many).statusCode(200).extract().asByteArray().length)
        .isLessThan(2_000_000);
  }

  @Test
  void aCallHasSoManyBytesAtMost() throws IOException {
    int most = 8 << 20;
    String event = Assay.event("e", lead, "chat", "");
    Assay.post(event + " ".repeat(most - event.length())).statusCode(413);
    Assay.post("[" + event + "]" + " ".repeat(most - event.length() - 2)).statusCode(200);
    String tooLong =
        "POST /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(Keys.with("ingest"), most + 1);
    assertThat(RawHttp.exchange(service, tooLong)).startsWith("HTTP/1.1 413");
  }

  @Test
  void namesThatNobodyUsesAreNotKept() {
    String body = members(JsonLimits.OBJECT_MEMBERS / 2, "made-up-" + lead);
    Assay.post(body).statusCode(400);
    String name = new StringBuilder("made-up-").append(lead).append(7).toString();
    assertThat(name.intern()).isSameAs(name);
  }

  @Test
  void manyEventsMayBeEvaluatedAtOnce() {
    String events =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{\"type\":\"page_view\",\"subject\":\"/a\"}")
            .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    Keys.as(Keys.with("sales"))
        .contentType("application/json")
        .body(events)
        .post("/v1/evaluate")
        .then()
        .statusCode(200);
  }

  private String event(String id, int properties, String prefix) {
    return "{\"id\":\"%s\",\"lead\":\"%s\",\"type\":\"chat\",\"properties\":%s}"
        .formatted(id, lead, members(properties, prefix));
  }

  private static String members(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + prefix + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
