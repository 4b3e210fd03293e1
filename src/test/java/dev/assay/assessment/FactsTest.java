package dev.assay.assessment;

import static dev.assay.assessment.Moments.NOW;
import static dev.assay.assessment.Moments.NOW_MILLIS;
import static dev.assay.assessment.Moments.daysAgo;
import static dev.assay.assessment.Moments.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What rules see of a history: an activity for each type, one for each subject, and all of it. */
class FactsTest {

  @Test
  void areOneForATypeAndOneForEachOfItsSubjectsSoFar() {
    Seeds.upTo(60, FactsTest::areOneForATypeAndOneForEachOfItsSubjectsSoFar);
  }

  private static void areOneForATypeAndOneForEachOfItsSubjectsSoFar(long seed) {
    List<Occurrence> all = ActivitiesTest.occurrences(new Random(seed), 25);
    Horizon horizon = Moments.now();

    List<Activity> facts = Activities.NONE.with(all).facts(horizon);

    assertThat(facts)
        .extracting(one -> one.getType() + " " + one.getSubject() + " " + list(one.times()))
        .containsExactlyInAnyOrderElementsOf(expected(all));
    assertThat(horizon.next())
        .isEqualTo(
            all.stream()
                .map(Occurrence::at)
                .filter(NOW::isBefore)
                .min(Instant::compareTo)
                .orElse(null));
  }

  private static List<String> expected(List<Occurrence> all) {
    List<String> expected = new ArrayList<>();
    for (String type : all.stream().map(Occurrence::type).distinct().toList()) {
      expected.add(type + " null " + times(all, one -> one.type().equals(type)));
      for (String subject : all.stream().map(Occurrence::subject).distinct().toList()) {
        if (!subject.isEmpty()) {
          expected.add(
              type
                  + " "
                  + subject
                  + " "
                  + times(all, one -> one.type().equals(type) && one.subject().equals(subject)));
        }
      }
    }
    return expected.stream().filter(fact -> !fact.endsWith("[]")).toList();
  }

  private static List<Long> times(List<Occurrence> all, Predicate<Occurrence> which) {
    return all.stream()
        .filter(which)
        .map(one -> one.at().toEpochMilli())
        .filter(at -> at <= NOW_MILLIS)
        .sorted()
        .toList();
  }

  @Test
  void sayHowOftenAndWhenAnActivityHappened() {
    Horizon horizon = Moments.now();
    Activity views =
        new Activity("page_view", "/a", new long[] {daysAgo(9), daysAgo(3), daysAgo(2)}, horizon);

    assertThat(views.getCount()).isEqualTo(3);
    assertThat(views.getFirst()).isEqualTo(Instant.ofEpochMilli(daysAgo(9)));
    assertThat(views.getLast()).isEqualTo(Instant.ofEpochMilli(daysAgo(2)));
    assertThat(views).hasToString("Activity[page_view /a, 3 times, last 2026-05-15T08:00:00Z]");
    assertThat(new Activity("call", null, views.times(), horizon))
        .hasToString("Activity[call (any), 3 times, last 2026-05-15T08:00:00Z]");
  }

  @Test
  void answerQuestionsAboutTheLastDaysOfAnActivity() {
    Activity views =
        new Activity("page_view", "/a", new long[] {daysAgo(3), daysAgo(2)}, Moments.now());

    assertThat(views.countWithin(2, 4)).isTrue();
    assertThat(views.countWithin(2, 3)).isFalse();
    assertThat(views.countWithin(1, 3)).isTrue();
    assertThat(views.quietFor(2)).isTrue();
    assertThat(views.quietFor(3)).isFalse();
  }

  @Test
  void tellTheHorizonWhenAnswersAboutAnActivityChange() {
    Horizon counting = Moments.now();
    Horizon quiet = Moments.now();
    long[] times = {daysAgo(2)};

    new Activity("call", null, times, counting).countWithin(1, 5);
    new Activity("call", null, times, quiet).quietFor(4);

    assertThat(counting.next()).isEqualTo(Instant.ofEpochMilli(daysAgo(-3)));
    assertThat(quiet.next()).isEqualTo(Instant.ofEpochMilli(daysAgo(-2)));
  }

  @Test
  void askedForTheWholeHistoryAnswerAsOneListWould() {
    Seeds.upTo(60, FactsTest::askedForTheWholeHistoryAnswerAsOneListWould);
  }

  private static void askedForTheWholeHistoryAnswerAsOneListWould(long seed) {
    Moments moments = new Moments(new Random(seed));
    List<long[]> types = List.of(moments.past(1, 4), moments.past(1, 4), moments.past(1, 4));
    long[] all = types.stream().flatMapToLong(LongStream::of).sorted().toArray();
    for (int days = 1; days <= 5; days++) {
      Horizon quiet = Moments.now();
      Horizon expectedQuiet = Moments.now();
      assertThat(new History(types, quiet).quietFor(days))
          .isEqualTo(Windows.quietFor(all, days, expectedQuiet));
      assertThat(quiet.next()).isEqualTo(expectedQuiet.next());
      for (int times = 1; times <= 6; times++) {
        Horizon busy = Moments.now();
        Horizon expectedBusy = Moments.now();
        assertThat(new History(types, busy).countWithin(times, days))
            .isEqualTo(Windows.countWithin(all, times, days, expectedBusy));
        assertThat(busy.next()).isEqualTo(expectedBusy.next());
      }
    }
    assertThat(new History(types, Moments.now()).getCount()).isEqualTo(all.length);
  }

  @Test
  void callAHistoryQuietOnceTheLatestOfAnyTypeIsLongAgo() {
    History history =
        new History(
            List.of(new long[] {daysAgo(2)}, new long[] {daysAgo(5), daysAgo(3)}), Moments.now());

    assertThat(history.quietFor(2)).isTrue();
    assertThat(history.quietFor(3)).isFalse();
  }

  @Test
  void ofNoHistoryAreNeitherQuietNorBusy() {
    History none = new History(List.of(), Moments.now());

    assertThat(none.quietFor(1)).isFalse();
    assertThat(none.countWithin(1, 1)).isFalse();
    assertThat(none.getCount()).isZero();
  }
}
