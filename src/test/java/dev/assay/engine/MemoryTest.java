package dev.assay.engine;

import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.NOW;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.assessment.Activities;
import dev.assay.assessment.RuleFailure;
import dev.assay.assessment.RuleSet;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final long BOUND = 8L << 20;
  private static final Activities VIEWS =
      Trial.both(did("page_view", "/a", daysAgo(1), 4), did("page_view", "/b", NOW));

  @Test
  void doesNotGrowWithAssessments() {
    RuleSet rules =
        rules()
            .row("type", "page_view", "each", 3, "atMost", 2, "fade", "50% per 9 days")
            .row("type", "page_view", "often", "5, 7", "trait", "busy")
            .row("has", "busy", "once", 7)
            .row("lacks", "boss", "once", 1)
            .row("score", 5, "qualify", "MQL")
            .compile(2);
    assess(rules, 5_000);
    long before = usedAfterCollection();

    assess(rules, 100_000);

    assertThat(usedAfterCollection() - before).isLessThan(BOUND);
  }

  @Test
  void doesNotGrowWithFailedAssessments() {
    RuleSet rules =
        rules()
            .row("title", "x", "trait", "boom")
            .drl("rule boom when Trait() then throw new IllegalStateException(); end")
            .compile(1);
    fail(rules, 500);
    long before = usedAfterCollection();

    fail(rules, 5_000);

    assertThat(usedAfterCollection() - before).isLessThan(BOUND);
  }

  @Test
  void isFreeOfRuleSetsNoLongerUsed() {
    DrlPackages drl =
        DrlPackages.compile(
            List.of(
                new DrlFile(
                    "a.drl",
                    "package a; rule a when dev.assay.assessment.Trait(name == \"a\") then end")));
    List<WeakReference<RuleSet>> retired = new ArrayList<>();

    for (int i = 0; i < 30; i++) {
      RuleSet rules = rules().row("title", "x", "trait", "a").drl(drl).compile(2);
      rules.assess(titled("x"), VIEWS, NOW);
      retired.add(new WeakReference<>(rules));
    }

    usedAfterCollection();
    // the last one may still lie in a register
    assertThat(retired.stream().filter(rules -> rules.get() != null).count()).isLessThan(2);
  }

  private static void assess(RuleSet rules, int times) {
    for (int i = 0; i < times; i++) {
      rules.assess(titled("x"), VIEWS, NOW);
    }
  }

  private static void fail(RuleSet rules, int times) {
    for (int i = 0; i < times; i++) {
      Throwable thrown = catchThrowable(() -> rules.assess(titled("x"), VIEWS, NOW));
      assertThat(thrown).isInstanceOf(RuleFailure.class);
    }
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
