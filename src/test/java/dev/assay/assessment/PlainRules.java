package dev.assay.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Rules in plain Java, run one after the other: as much of an engine as the law needs to be tried.
 *
 * @param rules that see the facts, in the order in which they fire
 * @param conclusions that see the score too
 */
record PlainRules(ScoringModel model, List<Rule> rules, List<Rule> conclusions) implements RuleSet {

  /**
   * @param when the matches, each with the activities that it is about
   * @param then what is written for each match
   */
  record Rule(
      RuleSource source,
      Function<List<Object>, List<List<Activity>>> when,
      Consumer<Scorecard> then) {}

  @Override
  public int number() {
    return model.ruleset();
  }

  @Override
  public Stages stages() {
    return model.stages();
  }

  @Override
  public Assessment assess(Lead lead, Activities activities, Instant asOf) {
    return new Run(model, lead, activities, asOf).assess(rules, conclusions);
  }

  private static final class Run {
    private final List<Object> facts = new ArrayList<>();
    private final Assessing assessing;

    Run(ScoringModel model, Lead lead, Activities activities, Instant asOf) {
      assessing = new Assessing(model, lead, activities, asOf, this::insert);
    }

    Assessment assess(List<Rule> rules, List<Rule> conclusions) {
      facts.addAll(assessing.facts());
      rules.forEach(this::fire);
      facts.add(assessing.total());
      conclusions.forEach(this::fire);
      return assessing.finish();
    }

    private void insert(Object fact) {
      facts.add(fact);
      assessing.asserted(fact, assessing.scorecard().current());
    }

    private void fire(Rule rule) {
      for (List<Activity> match : rule.when().apply(List.copyOf(facts))) {
        assessing.begin(rule.source(), match);
        rule.then().accept(assessing.scorecard());
        assessing.end();
      }
    }
  }
}
