package dev.assay.scoring.step;

import static dev.assay.scoring.step.Steps.DAY;
import static dev.assay.scoring.step.Steps.RULES;
import static dev.assay.scoring.step.Steps.START;
import static dev.assay.scoring.step.Steps.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void theSameRulesMayBeInForceAtAllTimes() {
    RuleTimeline always = RuleTimeline.always(4, RULES);

    RulesInForce only = new RulesInForce(4, Instant.MIN, false, RULES);
    assertThat(always.latest()).isEqualTo(only);
    assertThat(always.at(START)).isEqualTo(only);
    assertThat(always.after(3)).isEqualTo(only);
    assertThat(always.after(4)).isNull();
  }

  @Test
  void eachRuleSetOfATimelineMayBeReplaced() {
    PlainRules second = new PlainRules(2, 20, 7, "lee");
    RuleTimeline times =
        new Timelines(
            List.of(
                published(1, START, false, RULES), published(2, START.plus(DAY), true, second)));
    RuleTimeline replaced = times.with(rules -> new PlainRules(rules.number() + 10, 1, 1, "max"));

    assertThat(replaced.latest())
        .isEqualTo(published(2, START.plus(DAY), true, new PlainRules(12, 1, 1, "max")));
    assertThat(replaced.at(START).rules().number()).isEqualTo(11);
    assertThat(number(replaced.after(1))).isEqualTo(12);
    assertThat(replaced.after(2)).isNull();
  }

  private static int number(@org.jspecify.annotations.Nullable RulesInForce rules) {
    return rules == null ? 0 : rules.rules().number();
  }

  @Test
  void withoutAssessmentTheRulesAreTheSameButForThat() {
    RuleSet none = RuleTimeline.always(1, RULES).withoutAssessment("no room").latest().rules();

    assertThat(none.number()).isEqualTo(1);
    assertThat(none.stages()).isEqualTo(PlainRules.STAGES);
    assertThatThrownBy(() -> none.assess(Lead.UNKNOWN, Activities.NONE, START))
        .hasMessage("no room");
  }
}
