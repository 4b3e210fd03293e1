package dev.assay.assessment;

import static dev.assay.assessment.Moments.NOW;
import static dev.assay.assessment.Moments.NOW_MILLIS;
import static dev.assay.assessment.Moments.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Beside a list of occurrences, which is what they fold. */
class ActivitiesTest {
  private static final List<String> TYPES = List.of("a", "call", "page_view", "z");
  private static final List<String> SUBJECTS = List.of("", "/a", "/b", "z");

  @Test
  void keepEveryOccurrenceUnderItsTypeAndSubject() {
    Seeds.upTo(60, ActivitiesTest::keepEveryOccurrenceUnderItsTypeAndSubject);
  }

  private static void keepEveryOccurrenceUnderItsTypeAndSubject(long seed) {
    Random random = new Random(seed);
    List<Occurrence> some = occurrences(random, 30);
    List<Occurrence> others = occurrences(random, 30);
    List<Occurrence> all = new ArrayList<>(some);
    all.addAll(others);

    Activities activities = Activities.NONE.with(some).with(others);

    assertThat(shown(activities)).isEqualTo(folded(all));
    assertThat(activities.size()).isEqualTo(folded(all).size());
    assertThat(activities.occurrences()).isEqualTo(all.size());
    Collections.shuffle(all, random);
    assertThat(activities).isEqualTo(Activities.NONE.with(all));
  }

  @Test
  void areLeftWithoutWhatIsTakenAway() {
    Seeds.upTo(60, ActivitiesTest::areLeftWithoutWhatIsTakenAway);
  }

  private static void areLeftWithoutWhatIsTakenAway(long seed) {
    Random random = new Random(seed);
    List<Occurrence> all = occurrences(random, 20);
    List<Occurrence> taken = occurrences(random, 4);
    taken.addAll(all.subList(0, random.nextInt(all.size() + 1)));
    Collections.shuffle(taken, random);
    Activities before = Activities.NONE.with(all);
    List<Occurrence> left = new ArrayList<>(all);
    taken.forEach(left::remove);

    Activities after = before.without(taken);

    assertThat(shown(after)).isEqualTo(folded(left));
    assertThat(after.occurrences()).isEqualTo(left.size());
    assertThat(shown(before)).isEqualTo(folded(all));
  }

  @Test
  void knowTheLatestOccurrence() {
    Seeds.upTo(60, ActivitiesTest::knowTheLatestOccurrence);
  }

  private static void knowTheLatestOccurrence(long seed) {
    List<Occurrence> all = occurrences(new Random(seed), 5);
    long last = all.stream().mapToLong(one -> one.at().toEpochMilli()).max().orElse(Long.MIN_VALUE);

    Activities activities = Activities.NONE.with(all);

    assertThat(activities.lastAt()).isEqualTo(last);
    assertThat(activities.asOf(NOW))
        .isEqualTo(last > NOW_MILLIS ? Instant.ofEpochMilli(last) : NOW);
  }

  @Test
  void areAssessedAtTheVeryMomentOfTheLatest() {
    Activities now = Activities.NONE.with(List.of(new Occurrence("call", "", NOW)));
    Instant withinThatMillisecond = NOW.plusNanos(999_999);

    assertThat(now.asOf(withinThatMillisecond)).isEqualTo(withinThatMillisecond);
    assertThat(now.asOf(NOW.minusNanos(1))).isEqualTo(NOW);
  }

  @Test
  void ofNobodyAreNone() {
    assertThat(Activities.NONE.size()).isZero();
    assertThat(Activities.NONE.occurrences()).isZero();
    assertThat(Activities.NONE).hasToString("").isEqualTo(Activities.NONE.with(List.of()));
    assertThat(new Activities.Builder().add("call", "", new long[0]).build())
        .isEqualTo(Activities.NONE);
  }

  @Test
  void readAsTheirTypesSubjectsAndTimes() {
    Activities activities =
        new Activities.Builder()
            .add("call", "b", new long[] {2, 1})
            .add("call", "", new long[] {3})
            .build();

    assertThat(activities).hasToString("call [3]\ncall b[1, 2]\n");
  }

  @Test
  void differWhereATypeASubjectOrATimeDoes() {
    Activities one = single("call", "x", 1);

    assertThat(one).isEqualTo(single("call", "x", 1)).hasSameHashCodeAs(single("call", "x", 1));
    assertThat(one)
        .isNotEqualTo(single("call", "x", 2))
        .isNotEqualTo(single("call", "y", 1))
        .isNotEqualTo(single("chat", "x", 1))
        .isNotEqualTo("call x[1]\n")
        .doesNotHaveSameHashCodeAs(single("chat", "x", 1));
  }

  @Test
  void doNotShareArraysWithWhoBuildsThem() {
    long[] given = {1, 2};
    Activities activities = new Activities.Builder().add("call", "", given).build();

    given[0] = 0;

    assertThat(activities).hasToString("call [1, 2]\n");
  }

  @Test
  void areNotChangedByWhatIsBuiltOnThem() {
    Activities.Builder builder = new Activities.Builder().add("call", "", new long[] {1});
    Activities first = builder.build();

    builder.add("chat", "", new long[] {2});

    assertThat(first).hasToString("call [1]\n");
    assertThat(builder.build()).hasToString("call [1]\nchat [2]\n");
  }

  private static Activities single(String type, String subject, long at) {
    return new Activities.Builder().add(type, subject, new long[] {at}).build();
  }

  static List<Occurrence> occurrences(Random random, int most) {
    Moments moments = new Moments(random);
    List<Occurrence> occurrences = new ArrayList<>();
    for (long at : moments.times(most)) {
      occurrences.add(
          new Occurrence(
              TYPES.get(random.nextInt(TYPES.size())),
              SUBJECTS.get(random.nextInt(SUBJECTS.size())),
              Instant.ofEpochMilli(at)));
    }
    Collections.shuffle(occurrences, random);
    return occurrences;
  }

  private static List<String> shown(Activities activities) {
    List<String> shown = new ArrayList<>();
    activities.forEach((type, subject, at) -> shown.add(type + " " + subject + " " + list(at)));
    return shown;
  }

  private static List<String> folded(List<Occurrence> occurrences) {
    TreeMap<String, List<Long>> times = new TreeMap<>();
    for (Occurrence one : occurrences) {
      times
          .computeIfAbsent(one.type() + " " + one.subject(), name -> new ArrayList<>())
          .add(one.at().toEpochMilli());
    }
    return times.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue().stream().sorted().toList())
        .toList();
  }
}
