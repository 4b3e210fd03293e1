package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.problem.Violation;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventChecksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
  private static final String SOUND = "\"id\":\"e\",\"lead\":\"l\",\"type\":\"page_view\"";

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("7", "event must be a JSON object, was \"7\""),
        arguments(
            "{\"lead\":\"l\",\"type\":\"t\"}", "id is required, a text of 1 to 200 characters"),
        arguments("{\"id\":7,\"lead\":\"l\",\"type\":\"t\"}", "id must be a text, was \"7\""),
        arguments(
            "{\"id\":\"  \",\"lead\":\"l\",\"type\":\"t\"}",
            "id is required, a text of 1 to 200 characters"),
        arguments(
            "{\"id\":\"e\",\"type\":\"t\"}",
            "lead is required, your key of the lead; or give its email"),
        arguments(
            "{\"id\":\"e\",\"email\":\"kim\",\"type\":\"t\"}",
            "email must be an e-mail address, was \"kim\""),
        arguments(
            with("\"email\":\"kim@example.com\""),
            "email must be left out where lead is given; it belongs to the profile,"
                + " was \"kim@example.com\""),
        arguments(
            "{\"id\":\"e\",\"lead\":\"l\"}", "type is required, a text of 1 to 64 characters"),
        arguments(
            "{\"id\":\"e\",\"lead\":\"l\",\"type\":\"page view\"}",
            "type must be letters, digits, _ . and - such as page_view, was \"page view\""),
        arguments(
            with("\"seconds\":95"), "seconds is not a field of an event; put it under properties"),
        arguments(
            with("\"occurredAt\":\"yesterday\""),
            "occurredAt must be a time (RFC 3339) such as 2026-11-20T09:30:00Z, was \"yesterday\""),
        arguments(
            with("\"occurredAt\":\"2026-11-20T09:35:00.001Z\""),
            "occurredAt must not lie more than five minutes ahead of now, 2026-11-20T09:30:00Z,"
                + " was \"2026-11-20T09:35:00.001Z\""),
        arguments(
            with("\"occurredAt\":\"1989-12-31T23:59:59Z\""),
            "occurredAt must not lie before 1990-01-01T00:00:00Z, was \"1989-12-31T23:59:59Z\""),
        arguments(with("\"properties\":[1]"), "properties must be a JSON object, was \"\""),
        arguments(
            with("\"properties\":{\"a\":\"\\u0000\"}"),
            "properties must not hold the character NUL, halves of surrogate pairs, or numbers beyond 1.7e308"),
        arguments(
            with("\"properties\":{\"a\":[{\"\\ud800\":1}]}"),
            "properties must not hold the character NUL, halves of surrogate pairs, or numbers beyond 1.7e308"),
        arguments(
            with("\"subject\":\"\\u0000\""),
            "subject must not hold control characters or halves of surrogate pairs"),
        arguments(
            with("\"source\":\"\\udc00\""),
            "source must not hold control characters or halves of surrogate pairs"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsNamedWithItsValueAndWhatWasExpected(String event, String expected) {
    assertThatThrownBy(() -> read(event))
        .isInstanceOfSatisfying(
            EventRejected.class,
            rejected ->
                assertThat(rejected.violations())
                    .extracting(Violation::toString)
                    .containsExactly(expected));
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThatThrownBy(() -> read("{\"id\":1,\"occurredAt\":\"x\",\"more\":1}"))
        .isInstanceOfSatisfying(
            EventRejected.class,
            rejected ->
                assertThat(rejected.violations())
                    .extracting(Violation::field)
                    .containsExactly("more", "id", "lead", "type", "occurredAt"));
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        arguments("{\"id\":\"%s\",\"lead\":\"l\",\"type\":\"t\"}", 200),
        arguments("{\"id\":\"e\",\"lead\":\"%s\",\"type\":\"t\"}", 200),
        arguments("{\"id\":\"e\",\"lead\":\"l\",\"type\":\"%s\"}", 64),
        arguments(with("\"source\":\"%s\""), 200),
        arguments(with("\"subject\":\"%s\""), 500),
        // {"a":"…"} is eight characters longer than what it holds
        arguments(with("\"properties\":{\"a\":\"%s\"}"), ReadEvent.PROPERTIES - 8));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void lengthsAreTakenUpToTheLimitAndNotBeyond(String event, int longest) {
    assertThatCode(() -> read(event.formatted("x".repeat(longest)))).doesNotThrowAnyException();
    assertThatThrownBy(() -> read(event.formatted("x".repeat(longest + 1))))
        .isInstanceOf(EventRejected.class)
        .hasMessageContaining("must have at most");
  }

  @Test
  void aClockMayRunFiveMinutesAhead() throws Exception {
    var event = read(with("\"occurredAt\":\"2026-11-20T10:35:00+01:00\""));

    assertThat(event.occurredAt()).isEqualTo("2026-11-20T09:35:00Z");
  }

  @Test
  void whatSaysNoTimeHappensNow() throws Exception {
    assertThat(read(with("\"source\":\"web\"")).occurredAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @MethodSource("repetitions")
  void repetitionsHaveTheSameDigest(String one, String other, boolean same) throws Exception {
    assertThat(java.util.Arrays.equals(read(one).digest(), read(other).digest())).isEqualTo(same);
  }

  static Stream<Arguments> repetitions() {
    String time = "\"occurredAt\":\"2026-11-20T09:00:00Z\"";
    return Stream.of(
        arguments(with(time), with("\"occurredAt\":\"2026-11-20T10:00:00.000+01:00\""), true),
        arguments(with(time), with("\"source\":\"api\""), false),
        arguments(
            with("\"properties\":{\"a\":1,\"b\":2}"),
            with("\"properties\":{\"b\":2,\"a\":1}"),
            true),
        arguments(with("\"properties\":{}"), with("\"properties\":null"), true),
        arguments(with("\"properties\":{\"a\":1}"), with("\"properties\":{\"a\":2}"), false),
        arguments(with("\"subject\":\"/a\""), with("\"subject\":\"/b\""), false),
        // by key and by address: which lead that is, the batch finds out
        arguments(
            with("\"source\":\"w\""),
            "{\"id\":\"e\",\"email\":\"a@b\",\"type\":\"page_view\",\"source\":\"w\"}",
            true));
  }

  private static String with(String more) {
    return "{" + SOUND + "," + more + "}";
  }

  private static dev.assay.scoring.step.Event read(String json) throws Exception {
    return ReadEvent.read(JSON.readTree(json), NOW, null);
  }
}
