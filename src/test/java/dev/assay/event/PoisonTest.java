package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One event that cannot be stored, in the middle of five hundred. */
@QuarkusTest
class PoisonTest {
  @Inject Tables tables;

  private final String lead = Assay.newLead();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"bad\",\"lead\":\"LEAD\",\"type\":\"chat\",\"properties\":{\"a\":\"\\u0000\"}}",
        "{\"id\":\"bad\",\"lead\":\"LEAD\",\"type\":\"chat\",\"properties\":{\"a\":\"\\udc00\"}}",
        "{\"id\":\"bad\",\"lead\":\"LEAD\",\"type\":\"chat\",\"properties\":{\"a\":1e999999}}",
        "{\"id\":\"bad\",\"lead\":\"LEAD\",\"type\":\"chat\",\"subject\":\"\\u0000\"}",
        "{\"id\":\"bad\",\"lead\":\"\\udfff\",\"type\":\"chat\"}",
        "{\"id\":\"bad\",\"lead\":\"LEAD\",\"type\":\"chat\",\"occurredAt\":\"-999999999-01-01T00:00:00Z\"}",
        "{\"id\":\"bad\",\"lead\":\"LEAD\",\"type\":\"chat\",\"properties\":[1]}",
        "[]",
        "null"
      })
  void itAloneIsRejected(String poison) throws Exception {
    JsonPath answers = post(poison.replace("LEAD", lead));

    assertThat(answers.getString("[250].status")).isEqualTo("rejected");
    assertThat(answers.getInt("[250].problem.status")).isEqualTo(400);
    assertAllOthersAccepted(answers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-999999", "123456789012345678901234567890", "\"x\"", "[[[[{}]]]]"})
  void whatLooksOddButCanBeStoredIs(String value) throws Exception {
    JsonPath answers =
        post(
            "{\"id\":\"odd\",\"lead\":\"%s\",\"type\":\"chat\",\"properties\":{\"a\":%s}}"
                .formatted(lead, value));

    assertThat(answers.getString("[250].status")).isEqualTo("accepted");
    assertAllOthersAccepted(answers);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201})
  void keysAsLongAsAllowedAreStoredAndLongerOnesRejected(int length) throws Exception {
    String longest = "\uD83D\uDE00".repeat(50) + "k".repeat(length - 100);

    JsonPath answers =
        post(
            "{\"id\":\"%s\",\"lead\":\"%s\",\"source\":\"%s\",\"type\":\"chat\"}"
                .formatted(longest, longest, longest));

    assertThat(answers.getString("[250].status"))
        .isEqualTo(length == 200 ? "accepted" : "rejected");
    assertAllOthersAccepted(answers);
    Assay.erase(longest);
  }

  private JsonPath post(String odd) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(i == 250 ? odd : Assay.event("e-" + i, lead + "-" + i % 50, "chat", ""));
    }
    return Assay.post("[" + String.join(",", events) + "]").statusCode(200).extract().jsonPath();
  }

  private void assertAllOthersAccepted(JsonPath answers) throws Exception {
    List<String> statuses = new ArrayList<>(answers.getList("status"));
    statuses.remove(250);
    assertThat(Collections.frequency(statuses, "accepted")).isEqualTo(499);
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead LIKE ?", lead + "-%"))
        .isEqualTo(499);
  }
}
