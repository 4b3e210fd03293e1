package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {
  private static final RuleSource RULE = RuleSource.row("Fit_12", "Fit", 12, 0);

  @Test
  void holdEveryGroupAndTheWholeWithinItsLimits() {
    Seeds.upTo(200, TotalsTest::holdEveryGroupAndTheWholeWithinItsLimits);
  }

  private static void holdEveryGroupAndTheWholeWithinItsLimits(long seed) {
    Random random = new Random(seed);
    Map<String, Group> groups =
        Map.of(
            "A", group("A", Dimension.FIT, limit(random, -4), limit(random, 4)),
            "B", group("B", Dimension.ENGAGEMENT, limit(random, -4), limit(random, 4)));
    Integer floor = limit(random, -6);
    Integer ceiling = limit(random, 6);
    List<Line.Award> awards = new ArrayList<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      Group in = random.nextBoolean() ? groups.get(random.nextBoolean() ? "A" : "B") : null;
      awards.add(award(random.nextInt(11) - 5, in, random.nextBoolean()));
    }

    Totals totals = new Totals(model(groups, floor, ceiling), awards);
    Score score = totals.score();

    int fit = sum(awards, null, Dimension.FIT) + held(awards, groups.get("A"));
    int engagement = sum(awards, null, Dimension.ENGAGEMENT) + held(awards, groups.get("B"));
    int total = within(fit + engagement, floor, ceiling);
    assertThat(score).isEqualTo(new Score(total, fit, engagement));
    assertThat(totals.lines()).startsWith(awards.toArray(Line[]::new));
    assertThat(totals.lines().stream().mapToInt(Line::points).sum()).isEqualTo(total);
    assertThat(totals.lines().subList(awards.size(), totals.lines().size()))
        .noneMatch(line -> line.points() == 0)
        .allMatch(Line.Limit.class::isInstance);
  }

  /** Zero means no limit; others lie on one side of zero or the other, so a floor is no cap. */
  private static @Nullable Integer limit(Random random, int far) {
    int limit = random.nextInt(Math.abs(far) + 1) * Integer.signum(far);
    return random.nextInt(3) == 0 ? null : limit;
  }

  private static int held(List<Line.Award> awards, @Nullable Group group) {
    Group in = java.util.Objects.requireNonNull(group);
    boolean any = awards.stream().anyMatch(award -> in.name().equals(award.group()));
    int sum = sum(awards, in.name(), in.dimension());
    return any ? within(sum, in.floor(), in.cap()) : 0;
  }

  private static int sum(List<Line.Award> awards, @Nullable String group, Dimension dimension) {
    return awards.stream()
        .filter(award -> java.util.Objects.equals(group, award.group()))
        .filter(award -> award.dimension() == dimension)
        .mapToInt(Line.Award::points)
        .sum();
  }

  private static int within(int points, @Nullable Integer floor, @Nullable Integer cap) {
    int low = floor == null ? points : Math.max(points, floor);
    return cap == null ? low : Math.min(low, cap);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "21, -, 20, Group G gives at most 20",
        "20, -, 20, -",
        "-3, -, -5, Group G gives at most -5",
        "4, 5, -, Group G gives at least 5",
        "5, 5, -, -",
        "-11, -10, -, Group G takes at most 10",
        "-10, -10, 10, -",
        "-1, 0, -, Group G takes at most 0",
      })
  void sayHowAGroupIsLimited(
      int points, @Nullable Integer floor, @Nullable Integer cap, @Nullable String reason) {
    Group group = group("G", Dimension.FIT, floor, cap);

    Totals totals = new Totals(model(Map.of("G", group), null, null), of(points, group));

    assertThat(reasons(totals)).isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void giveAGroupsLimitItsNameAndDimension() {
    Group group = group("G", Dimension.ENGAGEMENT, null, 20);

    Totals totals = new Totals(model(Map.of("G", group), null, null), of(23, group));

    assertThat(totals.lines())
        .last()
        .isEqualTo(new Line.Limit(-3, "Group G gives at most 20", 20, "G", Dimension.ENGAGEMENT));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "101, 0, 100, A score is at most 100, 100",
        "100, 0, 100, -, 100",
        "0, 0, 100, -, 0",
        "-1, 0, 100, A score is at least 0, 0",
        "-1, -, -, -, -1",
      })
  void sayHowAScoreIsLimited(
      int points,
      @Nullable Integer floor,
      @Nullable Integer ceiling,
      @Nullable String reason,
      int expected) {
    Totals totals = new Totals(model(Map.of(), floor, ceiling), of(points, null));

    Score score = totals.score();

    assertThat(score).isEqualTo(new Score(expected, points, 0));
    assertThat(reasons(totals)).isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void refuseWhatNoNumberHolds() {
    List<Line.Award> most =
        List.of(award(Integer.MAX_VALUE, null), award(1, null), award(-1, null));
    List<Line.Award> least = List.of(award(Integer.MIN_VALUE, null), award(-1, null));
    List<Line.Award> held = List.of(award(Integer.MAX_VALUE, null));
    Totals over = new Totals(model(Map.of(), null, null), most.subList(0, 2));
    Totals under = new Totals(model(Map.of(), null, null), least);

    assertThatThrownBy(over::score)
        .isInstanceOf(RuleFailure.class)
        .hasMessage("Rule of all together: 2147483648 points are too many");
    assertThatThrownBy(under::score).hasMessageContaining("-2147483649 points are too many");
    assertThat(new Totals(model(Map.of(), null, null), most).score().total())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(new Totals(model(Map.of(), null, 7), held).score().total()).isEqualTo(7);
  }

  @Test
  void findAGroupWhateverTheCaseOfItsName() {
    ScoringModel model = model(Map.of("Web", group("Web", Dimension.FIT, null, 5)), null, null);

    assertThat(model.groups().get("wEB")).isNotNull();
  }

  @Test
  void refuseAGroupWhoseFloorIsAboveItsCap() {
    assertThat(group("G", Dimension.FIT, 5, 5).cap()).isEqualTo(5);
    assertThatThrownBy(() -> group("G", Dimension.FIT, 6, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("floor 6 is above cap 5");
  }

  private static List<String> reasons(Totals totals) {
    return totals.lines().stream().filter(Line.Limit.class::isInstance).map(Line::reason).toList();
  }

  private static Group group(
      String name, Dimension dimension, @Nullable Integer floor, @Nullable Integer cap) {
    return new Group(name, dimension, floor, cap);
  }

  private static ScoringModel model(
      Map<String, Group> groups, @Nullable Integer floor, @Nullable Integer ceiling) {
    return new ScoringModel(1, groups, floor, ceiling, new Stages(List.of()));
  }

  private static List<Line.Award> of(int points, @Nullable Group group) {
    return List.of(award(points, group));
  }

  private static Line.Award award(int points, @Nullable Group group) {
    return award(points, group, true);
  }

  private static Line.Award award(int points, @Nullable Group group, boolean fitIfAlone) {
    boolean fit = group == null ? fitIfAlone : group.dimension() == Dimension.FIT;
    return new Line.Award(
        points,
        "because",
        RULE,
        fit ? Dimension.FIT : Dimension.ENGAGEMENT,
        group == null ? null : group.name(),
        points,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }
}
