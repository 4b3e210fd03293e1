package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lead that viewed the pricing page 40 and 10 days ago, and asked for a demo 5 days ago. */
@QuarkusTest
class LookingBackTest {
  private final String lead = Assay.newLead();

  @BeforeEach
  void aHistory() {
    Assay.post(Assay.event("e-1", lead, "page_view", "/pricing", Duration.ofDays(40)));
    Assay.post(Assay.event("e-2", lead, "page_view", "/pricing", Duration.ofDays(10)));
    Assay.post(Assay.event("e-3", lead, "demo_request", "", Duration.ofDays(5)));
    Assay.put(lead, "{\"title\":\"VP of Sales\"}").statusCode(200);
  }

  @Test
  void aMomentInThePastSeesWhatHadHappenedThen() {
    JsonPath then = explanation("?asOf=" + Assay.ago(Duration.ofDays(39)));

    assertThat(then.getInt("score.total")).isEqualTo(10);
    assertThat(then.getInt("score.fit")).isZero();
    assertThat(then.getList("lines.occurrences", Integer.class)).containsExactly(1);
  }

  @Test
  void beforeAllOfItThereIsNothing() {
    JsonPath then = explanation("?asOf=2001-02-03T04:05:06%2B01:00");

    assertThat(then.getInt("score.total")).isZero();
    assertThat(then.getList("lines")).isEmpty();
    assertThat(then.getString("asOf")).isEqualTo("2001-02-03T03:05:06Z");
  }

  @Test
  void nowIsWhatTheLeadShows() {
    JsonPath now = explanation("");

    assertThat(now.getInt("score.total")).isEqualTo(Assay.lead(lead).getInt("score"));
    assertThat(now.getList("lines.points", Integer.class).stream().mapToInt(i -> i).sum())
        .isEqualTo(now.getInt("score.total"));
    assertThat(now.getInt("score.fit")).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2026-11-20", "+999999999-12-31T23:59:59Z", "1969-12-31T23:59:59Z"})
  void aMomentIsATimeThatCanBeStored(String asOf) {
    Assay.get("/v1/leads/{lead}/explanation?asOf={asOf}", lead, asOf)
        .statusCode(400)
        .body("detail", containsString("asOf must be a time (RFC 3339)"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50})
  void theTimelineShowsEverythingOnceNewestFirst(int limit) {
    List<String> entries = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          Assay.get(
                  "/v1/leads/{lead}/timeline?limit="
                      + limit
                      + (cursor == null ? "" : "&cursor=" + cursor),
                  lead)
              .statusCode(200)
              .extract()
              .jsonPath();
      for (int i = 0; i < page.getList("entries").size(); i++) {
        String entry = "entries[" + i + "].";
        String kind = page.getString(entry + "kind");
        String named = kind.equals("message") ? "what.type" : "id";
        entries.add(kind + " " + page.getString(entry + named));
        times.add(Instant.parse(page.getString(entry + "at")));
      }
      cursor = page.getString("next");
    } while (cursor != null);

    assertThat(entries)
        .containsExactlyInAnyOrder(
            "event api e-1",
            "event api e-2",
            "event api e-3",
            "profile 1",
            "stage 1",
            "message lead.stage.changed",
            "score 1",
            "score 2",
            "score 3",
            "score 4");
    assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void aChangeOfScoreSaysWhichAwardsMadeIt() {
    JsonPath timeline = get("timeline");

    assertThat(awards(timeline, 1)).isEmpty();
    assertThat(awards(timeline, 2)).containsExactly("0 to 10: Looked at pricing");
    assertThat(awards(timeline, 3)).containsExactly("0 to 30: Asked for a demo");
    assertThat(awards(timeline, 4)).containsExactly("0 to 20: VP or C-suite");
    assertThat(timeline.getString(change(4) + ".awards.changes[0].rule.sheet")).isEqualTo("Fit");
    assertThat(timeline.getList("entries.findAll { it.kind != 'score' }.awards"))
        .containsOnlyNulls();
  }

  @Test
  void whatCameLaterIsNotTakenForKnownThen() {
    Assay.post(Assay.event("e-4", lead, "page_view", "/pricing", Duration.ofDays(9)));
    Assay.put(lead, "{\"title\":\"Head of Sales\"}").statusCode(200);

    JsonPath timeline = get("timeline");

    assertThat(awards(timeline, 2)).containsExactly("0 to 10: Looked at pricing");
    assertThat(awards(timeline, 5)).containsExactly("10 to 20: Looked at pricing");
    assertThat(awards(timeline, 6))
        .containsExactly("20 to 0: VP or C-suite", "0 to 15: Director, head of or senior manager");
  }

  @Test
  void ofWhatCannotBeToldAnyMoreNothingIsSaid() {
    String other = Assay.newLead();
    Assay.post(Assay.event("e-4", other, "meeting", "")).statusCode(200);
    Assay.merge(other, lead).statusCode(200);
    Assay.post(Assay.event("e-5", other, "trial_signup", "")).statusCode(200);

    JsonPath timeline = get("timeline");

    assertThat(timeline.getInt(change(1) + ".what.score")).isPositive();
    assertThat(timeline.getString(change(1) + ".awards")).isNull();
    assertThat(awards(timeline, 3)).contains("0 to 10: Started a free trial");
  }

  @Test
  void theScoreHistoryNamesWhatBroughtEachChange() {
    JsonPath newest = history("?limit=3");
    JsonPath rest = history("?limit=3&before=" + newest.getInt("next"));

    assertThat(newest.getList("changes.sequence", Integer.class)).containsExactly(4, 3, 2);
    assertThat(newest.getList("changes.eventId", String.class)).containsExactly(null, "e-3", "e-2");
    assertThat(newest.getList("changes.fit", Integer.class)).containsExactly(20, 0, 0);
    assertThat(rest.getList("changes.eventId", String.class)).containsExactly("e-1");
    assertThat(rest.getString("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/explanation", "/timeline", "/score-history"})
  void whoIsNotKnownIsNotFound(String what) {
    for (String name : new String[] {"nobody", "nobody@example.org", "a%01b"}) {
      io.restassured.RestAssured.given()
          .urlEncodingEnabled(false)
          .header("Authorization", "Bearer " + dev.assay.security.Keys.with("sales"))
          .get("/v1/leads/" + name + what)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("detail", containsString("There is no lead"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIGEgYg",
        "MjAyNi0wMS0wMVQwMDowMDowMFogYSAA"
      })
  void aCursorIsNotToBeMadeUp(String cursor) {
    Assay.get("/v1/leads/{lead}/timeline?cursor={cursor}", lead, cursor)
        .statusCode(400)
        .body("detail", equalTo("cursor must be the next of a page before, unchanged."));
  }

  private static String change(int number) {
    return "entries.find { it.kind == 'score' && it.id == '%d' }".formatted(number);
  }

  /** The awards of a change of score, having seen that their points sum to it. */
  private static List<String> awards(JsonPath timeline, int number) {
    String made = change(number) + ".awards.changes";
    int before = number == 1 ? 0 : timeline.getInt(change(number - 1) + ".what.score");
    assertThat(timeline.getList(made + ".points", Integer.class).stream().mapToInt(i -> i).sum())
        .isEqualTo(timeline.getInt(change(number) + ".what.score") - before);
    return timeline.<Map<String, Object>>getList(made).stream()
        .map(each -> each.get("before") + " to " + each.get("after") + ": " + each.get("reason"))
        .toList();
  }

  private JsonPath explanation(String query) {
    return get("explanation" + query);
  }

  private JsonPath history(String query) {
    return get("score-history" + query);
  }

  private JsonPath get(String what) {
    return io.restassured.RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + dev.assay.security.Keys.with("analyst"))
        .get("/v1/leads/" + lead + "/" + what)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
