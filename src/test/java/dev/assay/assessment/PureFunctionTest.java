package dev.assay.assessment;

import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Trial.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.engine.DrlFile;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.RandomRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one law, on rules, leads and histories by chance. */
class PureFunctionTest {
  private static final DrlPackages DRL =
      DrlPackages.compile(
          List.of(
              new DrlFile(
                  "chance.drl",
                  """
                  package dev.assay.rules;
                  import dev.assay.assessment.*;
                  global Scorecard scorecard;
                  rule "fails" when Lead(title == "fails") Trait() then
                    throw new IllegalStateException("on purpose");
                  end
                  rule "before" when Lead(title == "fails") then scorecard.award(9).trait("a"); end
                  rule "pricing" when Activity(type == "page_view", subject == "/pricing") then
                    scorecard.each(2).fade("half-life 2 days").trait("b");
                  end
                  rule "c" when Trait(name == "a") Trait(name == "b") then
                    insert(new Trait("c"));
                  end
                  """)));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doesNotDependOnTheOrderAndPiecesInWhichEventsCome(long seed) {
    RandomRules chance = new RandomRules(seed);
    RuleSet rules = chance.rules().drl(DRL).compile(1);
    List<Occurrence> occurrences = chance.occurrences(40);
    Lead lead = chance.lead();
    Activities inOrder = Activities.NONE.with(occurrences);
    Assessment expected = rules.assess(lead, inOrder, NOW);

    for (int i = 0; i < 10; i++) {
      Collections.shuffle(occurrences, chance.random());
      Activities pieces = chance.inPieces(occurrences);
      assertThat(pieces).isEqualTo(inOrder).hasToString(inOrder.toString());
      assertThat(pieces).hasSameHashCodeAs(inOrder);
      assertThat(rules.assess(lead, pieces, NOW)).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void alwaysAddsUp(long seed) {
    RandomRules chance = new RandomRules(seed);
    RuleSet rules = chance.rules().drl(DRL).compile(1);

    for (int i = 0; i < 20; i++) {
      Assessment assessment =
          rules.assess(chance.lead(), Activities.NONE.with(chance.occurrences(30)), NOW);

      Score score = assessment.score();
      assertThat(assessment.lines()).noneMatch(line -> line.points() == 0);
      assertThat(sum(assessment.lines())).isEqualTo(score.total());
      assertThat(score.fit() + score.engagement() + overallLimit(assessment))
          .isEqualTo(score.total());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doesNotDependOnWhatWasAssessedBefore(long seed) {
    RandomRules chance = new RandomRules(seed);
    var rules = chance.rules().drl(DRL);
    RuleSet used = rules.compile(1);

    for (int i = 0; i < 2; i++) {
      Lead lead = chance.lead();
      Activities activities = Activities.NONE.with(chance.occurrences(20));
      Throwable failed = catchThrowable(() -> used.assess(titled("fails"), activities, NOW));
      assertThat(failed).isInstanceOf(RuleFailure.class).hasMessageContaining("on purpose");
      assertThat(used.assess(lead, activities, NOW))
          .isEqualTo(rules.compile(1).assess(lead, activities, NOW))
          .isEqualTo(used.assess(lead, activities, NOW));
    }
  }

  @Test
  void doesNotDependOnWhatIsAssessedMeanwhile() throws Exception {
    RandomRules chance = new RandomRules(4711);
    var rules = chance.rules().drl(DRL);
    List<Callable<Assessment>> single = new ArrayList<>();
    List<Callable<Assessment>> shared = new ArrayList<>();
    RuleSet one = rules.compile(1);
    RuleSet several = rules.compile(3);
    for (int i = 0; i < 1_000; i++) {
      Lead lead = chance.lead();
      Activities activities = Activities.NONE.with(chance.occurrences(20));
      single.add(() -> one.assess(lead, activities, NOW));
      shared.add(() -> several.assess(lead, activities, NOW));
      if (i % 50 == 0) {
        shared.add(() -> failing(several, activities));
        single.add(() -> failing(one, activities));
      }
    }

    List<String> expected = results(Executors.newSingleThreadExecutor(), single);
    List<String> got = results(Executors.newFixedThreadPool(8), shared);

    assertThat(got).isEqualTo(expected);
  }

  private static Assessment failing(RuleSet rules, Activities activities) {
    return rules.assess(titled("fails"), activities, NOW);
  }

  private static List<String> results(ExecutorService threads, List<Callable<Assessment>> work)
      throws Exception {
    try {
      List<String> results = new ArrayList<>();
      for (Future<Assessment> done : threads.invokeAll(work)) {
        Throwable failed = catchThrowable(done::get);
        results.add(failed != null ? String.valueOf(failed.getMessage()) : done.get().toString());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  private static int sum(List<Line> lines) {
    return lines.stream().mapToInt(Line::points).sum();
  }

  private static int overallLimit(Assessment assessment) {
    return assessment.lines().stream()
        .filter(line -> line instanceof Line.Limit limit && limit.group() == null)
        .mapToInt(Line::points)
        .sum();
  }
}
