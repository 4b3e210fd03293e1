package dev.assay.assessment;

import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.NOW;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Trial;
import org.junit.jupiter.api.Test;

class TimedConditionsTest {
  private static final Trial OFTEN =
      rules().row("type", "page_view", "often", "5, 7", "once", 10).trial();
  private static final Trial QUIET = rules().row("type", "call", "quiet", 90, "once", -20).trial();
  private static final Trial SILENT = rules().row("silent", 90, "once", -20).trial();
  private static final Trial BUSY = rules().row("busy", "3, 7", "once", 5).trial();

  @Test
  void oftenMeansAnySubjectsTogether() {
    OFTEN
        .given(did("page_view", "/a", daysAgo(1), 3))
        .and(did("page_view", "/b", daysAgo(2), 2))
        .expect(10);
  }

  @Test
  void oneTimeLessIsNotOften() {
    OFTEN.given(did("page_view", "/a", daysAgo(1), 4)).expect(0);
  }

  @Test
  void oftenEndsToTheMillisecond() {
    var views =
        OFTEN
            .given(did("page_view", "", NOW, 4))
            .and(did("page_view", "", daysAgo(7).plusMillis(1)));

    Assessment last = views.expect(10);

    assertThat(last.nextReviewAt()).isEqualTo(NOW.plusMillis(1));
    views.asOf(NOW.plusMillis(1)).expect(0);
  }

  @Test
  void quietBeginsToTheMillisecond() {
    var call = QUIET.given(did("call", "", daysAgo(90)));

    Assessment before = call.asOf(NOW.minusMillis(1)).expect(0);

    assertThat(before.nextReviewAt()).isEqualTo(NOW);
    call.expect(-20);
  }

  @Test
  void whatWasNeverDoneIsNotQuiet() {
    QUIET.given(did("chat", "", daysAgo(900))).expect(0);
  }

  @Test
  void quietEndsWithTheNextTime() {
    var calls = QUIET.given(did("call", "", daysAgo(900))).and(did("call", "", NOW.plusMillis(1)));

    calls.expect(-20);
    calls.asOf(NOW.plusMillis(1)).expect(0);
  }

  @Test
  void silenceIsOfAllTypesTogether() {
    var silence = SILENT.given(did("call", "", daysAgo(900))).and(did("chat", "", daysAgo(90)));

    silence.asOf(NOW.minusMillis(1)).expect(0);
    silence.expect(-20);
  }

  @Test
  void silenceIsNotBrokenByWhatSalesReport() {
    SILENT.given(did("call", "", daysAgo(90))).and(did("outcome", "rejected", NOW)).expect(-20);
  }

  @Test
  void aLeadThatNeverDidAnythingIsNotSilent() {
    SILENT.given(Activities.NONE).expect(0);
    SILENT.given(did("outcome", "rejected", daysAgo(900))).expect(0);
  }

  @Test
  void busyCountsAllTypesTogether() {
    var three =
        BUSY.given(did("call", "", NOW))
            .and(did("chat", "", NOW))
            .and(did("demo_request", "", daysAgo(7)));

    three.asOf(NOW.minusMillis(1)).expect(0);
    three.expect(0);
    three.and(did("email_open", "x", daysAgo(7).plusMillis(1))).expect(5);
  }

  @Test
  void daysAreOf24HoursAlsoWhenClocksChange() {
    // 2026-03-29 had 23 hours in Berlin, and clocks also changed in the zone of this test
    var at = java.time.Instant.parse("2026-03-28T12:00:00Z");
    var call =
        rules().row("type", "call", "once", 1, "within", 1).trial().given(did("call", "", at));

    call.asOf(at.plusMillis(86_399_999)).expect(1);
    call.asOf(at.plusMillis(86_400_000)).expect(0);
  }
}
