package dev.assay.assessment;

import static dev.assay.assessment.Moments.NOW_MILLIS;
import static dev.assay.assessment.Moments.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a claim gives, beside the plain sum over what it counts. */
class AwardTest {
  private static final RuleSource RULE = RuleSource.row("Web_12", "Web", 12, 0);
  private static final Group MAIL = new Group("Mail", Dimension.ENGAGEMENT, null, 9);
  private static final Group WHO = new Group("Who", Dimension.FIT, null, null);
  private static final ScoringModel MODEL =
      new ScoringModel(1, Map.of("Mail", MAIL, "Who", WHO), null, null, new Stages(List.of()));

  @Test
  void sumsWhatItCounts() {
    Seeds.upTo(1_500, AwardTest::sumsWhatItCounts);
  }

  private static void sumsWhatItCounts(long seed) {
    Random random = new Random(seed);
    // Around 1970 too, where times are negative.
    long asOf = random.nextInt(4) == 0 ? random.nextInt(3) : NOW_MILLIS;
    Horizon horizon = new Horizon(asOf);
    Claim claim = claim(random, horizon);
    List<Activity> looked = looked(claim);
    long[] counted = counted(claim, looked, asOf);
    int each = Objects.requireNonNull(claim.points);
    long[] ages = LongStream.of(counted).map(at -> asOf - at).toArray();
    Fade fade = claim.fade;
    long total = fade == null ? (long) each * ages.length : FadeCurveTest.remains(fade, each, ages);

    Line.Award award = claim.award(horizon, MODEL);

    if (total == 0) {
      assertThat(award).isNull();
      assertThat(horizon.next()).isNull();
      return;
    }
    assertThat(award)
        .isEqualTo(
            new Line.Award(
                (int) total,
                "Web_12",
                RULE,
                Dimension.ENGAGEMENT,
                null,
                each,
                fade,
                claim.atMost,
                claim.within,
                looked.stream().map(AwardTest::said).toList(),
                counted.length,
                Instant.ofEpochMilli(counted[0]),
                Instant.ofEpochMilli(counted[counted.length - 1])));
    assertThat(horizon.next()).isEqualTo(Moments.instant(change(claim, counted, asOf)));
  }

  private static Claim claim(Random random, Horizon horizon) {
    Claim claim = new Claim(RULE);
    claim.points = random.nextInt(21) - 10;
    claim.each = random.nextBoolean();
    claim.atMost = random.nextBoolean() ? 1 + random.nextInt(4) : null;
    claim.within = random.nextBoolean() ? 1 + random.nextInt(4) : null;
    claim.fade = random.nextBoolean() ? FadeCurveTest.fade(random, 4) : null;
    Moments moments = new Moments(random);
    long shift = horizon.asOf() - NOW_MILLIS;
    List<Activity> all = new ArrayList<>();
    for (String type : List.of("view", "call")) {
      for (String subject : List.of("", "/a", "/b")) {
        long[] times = moments.past(1, 4);
        long[] shifted = LongStream.of(times).map(at -> at + shift).toArray();
        all.add(new Activity(type, subject.isEmpty() ? null : subject, shifted, horizon));
      }
    }
    Collections.shuffle(all, random);
    claim.activities.addAll(all.subList(0, 1 + random.nextInt(4)));
    if (random.nextInt(3) == 0) {
      claim.activities.add(claim.activities.get(0));
    }
    return claim;
  }

  /** By type and subject, each once; single subjects only where not all of the type count. */
  private static List<Activity> looked(Claim claim) {
    Set<String> seen = new HashSet<>();
    return claim.activities.stream()
        .filter(
            one ->
                one.getSubject() == null
                    || claim.activities.stream()
                        .noneMatch(
                            that ->
                                that.getSubject() == null && that.getType().equals(one.getType())))
        .filter(one -> seen.add(one.getType() + " " + one.getSubject()))
        .sorted(AwardTest::byName)
        .toList();
  }

  private static int byName(Activity one, Activity other) {
    return (one.getType() + " " + one.getSubject())
        .compareTo(other.getType() + " " + other.getSubject());
  }

  private static long[] counted(Claim claim, List<Activity> looked, long asOf) {
    Integer within = claim.within;
    long[] inside =
        looked.stream()
            .flatMapToLong(one -> LongStream.of(one.times()))
            .filter(at -> within == null || asOf - at < within * Days.MILLIS)
            .sorted()
            .toArray();
    int most = !claim.each ? 1 : claim.atMost == null ? inside.length : claim.atMost;
    return Arrays.copyOfRange(inside, Math.max(0, inside.length - most), inside.length);
  }

  /** When the first that counts leaves the window, or any that counts fades further. */
  private static @Nullable Long change(Claim claim, long[] counted, long asOf) {
    List<Long> changes = new ArrayList<>();
    if (claim.within != null) {
      changes.add(counted[0] + claim.within * Days.MILLIS);
    }
    for (long at : counted) {
      long age = claim.fade == null ? Long.MAX_VALUE : FadeCurveTest.next(claim.fade, asOf - at);
      if (age != Long.MAX_VALUE) {
        changes.add(at + age);
      }
    }
    return changes.isEmpty() ? null : Collections.min(changes);
  }

  private static Line.Counted said(Activity one) {
    return new Line.Counted(one.getType(), one.getSubject(), one.getCount());
  }

  @Test
  void ofARuleThatLooksAtTheLeadAloneCountsNothing() {
    Horizon horizon = Moments.now();

    Line.Award award = of(claim -> claim.reason = "A director").award(horizon, MODEL);

    assertThat(award)
        .isEqualTo(
            new Line.Award(
                5,
                "A director",
                RULE,
                Dimension.FIT,
                null,
                5,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null));
    assertThat(horizon.next()).isNull();
    assertThat(of(claim -> claim.points = 0).award(horizon, MODEL)).isNull();
  }

  @Test
  void refusesToCountWhereTheRuleNamesNoActivity() {
    List<Consumer<Claim>> counting =
        List.of(
            claim -> claim.each = true,
            claim -> claim.atMost = 1,
            claim -> claim.within = 1,
            claim -> claim.fade = Fade.parse("half-life 1 day"));

    assertThat(counting)
        .allSatisfy(
            words ->
                assertThatThrownBy(() -> of(words).award(Moments.now(), MODEL))
                    .isInstanceOf(RuleFailure.class)
                    .hasMessage(
                        "Rule Web_12 (sheet Web, row 12): each, atMost, within and fade count"
                            + " occurrences, but the rule names no Activity"));
  }

  @Test
  void speaksOfWhatItsGroupSpeaksOf() {
    Line.Award who =
        of(claim -> {
              claim.group = "who";
              claim.activities.add(calls(1));
            })
            .award(Moments.now(), MODEL);
    Line.Award mail = of(claim -> claim.group = "MAIL").award(Moments.now(), MODEL);

    assertThat(who).extracting(Line.Award::dimension).isEqualTo(Dimension.FIT);
    assertThat(who).extracting(Line.Award::group).isEqualTo("Who");
    assertThat(mail).extracting(Line.Award::dimension).isEqualTo(Dimension.ENGAGEMENT);
    assertThat(mail).extracting(Line.Award::group).isEqualTo("Mail");
  }

  @Test
  void refusesAGroupThatIsNotThere() {
    assertThatThrownBy(() -> of(claim -> claim.group = "Post").award(Moments.now(), MODEL))
        .isInstanceOf(RuleFailure.class)
        .hasMessageContaining("group \"Post\" is not on the Groups sheet, which has [Mail, Who]");
  }

  @Test
  void givesAndTakesAThousandMillionAndNoMore() {
    for (int points : new int[] {1_000_000, -1_000_000}) {
      assertThat(many(points, 1_000).award(Moments.now(), MODEL))
          .extracting(Line.Award::points)
          .isEqualTo(1_000 * points);
      assertThatThrownBy(() -> many(points, 1_001).award(Moments.now(), MODEL))
          .isInstanceOf(RuleFailure.class)
          .hasMessageContaining(
              "gives %d points, and one rule may give or take at most 1000000000"
                  .formatted(1_001L * points));
    }
  }

  @Test
  void tellsClaimsApartByPointsAndReason() {
    Set<Integer> hashes = new HashSet<>();
    List<String> reasons = Arrays.asList(null, "a", "b");
    for (int row = 11; row < 31; row++) {
      for (int points = -3; points <= 3; points++) {
        for (String reason : reasons) {
          Claim claim = new Claim(RuleSource.row("Web_" + row, "Web", row, row));
          claim.points = points == 0 ? null : points;
          claim.reason = reason;
          hashes.add(claim.words().hashCode());
        }
      }
    }

    assertThat(hashes).hasSize(20 * 7 * 3);
  }

  private static Claim of(Consumer<Claim> words) {
    Claim claim = new Claim(RULE);
    claim.points = 5;
    words.accept(claim);
    return claim;
  }

  private static Claim many(int points, int times) {
    return of(
        claim -> {
          claim.points = points;
          claim.each = true;
          claim.activities.add(calls(times));
        });
  }

  private static Activity calls(int times) {
    return new Activity(
        "call", null, LongStream.generate(() -> daysAgo(1)).limit(times).toArray(), Moments.now());
  }
}
