package dev.assay.scoring.step;

import dev.assay.assessment.RuleSet;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which rules were in force when. */
public interface RuleTimeline {

  /** The rules in force at a moment; of a moment before all rules, the first ones. */
  RulesInForce at(Instant moment);

  /** The newest rules. */
  RulesInForce latest();

  /** The rules that replaced those of a publication, null while they are in force. */
  @Nullable RulesInForce after(int publication);

  /** The same rules at all times. */
  static RuleTimeline always(int publication, RuleSet rules) {
    return new OneRuleSet(new RulesInForce(publication, Instant.MIN, false, rules));
  }

  /** The same times, with each rule set replaced. */
  default RuleTimeline with(UnaryOperator<RuleSet> replacement) {
    return new ReplacedRules(this, replacement);
  }

  /** The same times, but no lead is assessed: each is set aside for that reason. */
  default RuleTimeline withoutAssessment(String reason) {
    return with(rules -> new NoAssessment(rules, reason));
  }
}
