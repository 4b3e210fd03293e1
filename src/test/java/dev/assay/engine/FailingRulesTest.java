package dev.assay.engine;

import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.NOW;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingRulesTest {
  /** Each rule looks for a lead whose title is its name. */
  private static final String DRL =
      """
      rule "in consequence" when Lead(title == "in consequence") then
        scorecard.award(5);
        Integer.parseInt("x");
      end
      rule "in condition" when Lead(title == "in condition", Integer.parseInt(title) > 3) then end
      rule "in join"
      when
        Lead(title == "in join", $title : title)
        Trait(name == "joined", Integer.parseInt($title) > 3)
      then
      end
      rule "joined" when Lead(title == "in join") then scorecard.trait("joined"); end
      rule "asserts itself" when Lead(title == "asserts itself") Trait(name == "again") then
        insert(new Trait("again"));
      end
      rule "again" when Lead(title == "asserts itself") then insert(new Trait("again")); end
      rule "awards for ever"
      when
        Lead(title == "awards for ever")
        $trait : Trait(name == "more")
      then
        scorecard.award(1).reason("No. " + System.identityHashCode($trait));
        insert(new Trait("more"));
      end
      rule "updates for ever" when $lead : Lead(title == "updates for ever") then
        update($lead);
      end
      rule "more" when Lead(title == "awards for ever") then insert(new Trait("more")); end
      rule "after the score" when Lead(title == "after the score") Score() then
        scorecard.award(5);
      end
      rule "unknown group" when Lead(title == "unknown group") then
        scorecard.award(5).group("Nowhere");
      end
      rule "unknown stage" when Lead(title == "unknown stage") then
        scorecard.qualify("Nowhere");
      end
      rule "each of nothing" when Lead(title == "each of nothing") then scorecard.each(5); end
      rule "fades nothing" when Lead(title == "fades nothing") then
        scorecard.award(5).fade("50% per 90 days");
      end
      rule "many points" when Lead(title == "many points") then scorecard.award(1000001); end
      rule "few points" when Lead(title == "few points") then scorecard.award(-1000001); end
      rule "bad fade" when Lead(title == "bad fade") then scorecard.award(1).fade("daily"); end
      rule "never counts" when Lead(title == "never counts") then scorecard.award(1).atMost(0); end
      rule "no days" when Lead(title == "no days") Activity() then
        scorecard.each(1).within(0);
      end
      rule "too many days" when Lead(title == "too many days") Activity() then
        scorecard.each(1).within(3651);
      end
      rule "counts in no days"
      when
        Lead(title == "counts in no days")
        Activity(type == "counts_in_no_days", countWithin(1, 0))
      then
      end
      rule "huge award" when Lead(title == "huge award") Activity(type == "often") then
        scorecard.each(1000000);
      end
      rule "leaves by itself" when Lead(title == "leaves by itself") then
        scorecard.qualify("MQL").leaveBelow(3);
      end
      rule "takes back" when Lead(title == "takes back") $trait : Trait(name == "taken") then
        delete($trait);
      end
      rule "taken" when Lead(title == "takes back") then scorecard.trait("taken"); end
      rule "recurses" when Lead(title == "recurses") then
        new Object() {
          public int hashCode() {
            return hashCode() + 1;
          }
        }.hashCode();
      end
      rule "asserts" when Lead(title == "asserts") then
        throw new AssertionError("no");
      end
      """;

  private static final Trial TRIAL =
      rules().drl(DRL).row("title", "fine", "once", 3).row("score", 50, "qualify", "MQL").trial();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in consequence    | NumberFormatException
          in condition      | NumberFormatException
          in join           | NumberFormatException
          asserts itself    | asserts again and again (more than 1000 facts)
          awards for ever   | asserts again and again (more than 1000 facts)
          updates for ever  | fires again and again (100000 firings)
          after the score   | points cannot depend on the Score
          unknown group     | group "Nowhere" is not on the Groups sheet
          unknown stage     | stage "Nowhere" is not on the Stages sheet
          each of nothing   | the rule names no Activity
          fades nothing     | the rule names no Activity
          many points       | between -1000000 and 1000000, not 1000001
          few points        | between -1000000 and 1000000, not -1000001
          bad fade          | fade "daily" is not understood
          never counts      | atMost must be at least 1, not 0
          no days           | within must be at least 1, not 0
          too many days     | within must be at most 3650 days, not 3651
          counts in no days | days must lie between 1 and 3650, not 0
          huge award        | gives 2000000000 points
          leaves by itself  | leaveBelow 3 of stage MQL must stand in the workbook
          takes back        | Trait[name=taken] was taken back
          recurses          | StackOverflowError
          asserts           | AssertionError: no
          """)
  void voidTheAssessmentAndAreNamed(String rule, String problem) {
    var given =
        TRIAL
            .given(titled(rule), did(rule.replace(' ', '_'), "", NOW))
            .and(did("often", "", NOW, 2_000));

    Throwable thrown = catchThrowable(given::assess);

    assertThat(thrown)
        .isInstanceOf(RuleFailure.class)
        .hasMessageStartingWith("Rule %s (test1.drl): ", rule)
        .hasMessageContaining(problem);
    TRIAL.given(titled("fine")).expect(3);
  }

  @Test
  void areNoneThatAssertAFactForEachPairOfManyActivities() {
    Trial trial =
        rules()
            .drl(
                """
                rule "pairs" when
                  Activity(subject != null, $one : subject)
                  Activity(subject != null, $other : subject)
                then insert(new Trait("pair")); end
                rule "paired" when exists Trait(name == "pair") then scorecard.award(7); end
                """)
            .trial();
    var given = trial.given(titled("fine"));
    for (int i = 0; i < 60; i++) {
      given = given.and(did("page_view", "/page-" + i, NOW));
    }

    given.expect(7);
  }

  @Test
  void areNotTheEndOfTheNextAssessmentOfTheSameLead() {
    Lead lead = titled("in consequence, fine");

    TRIAL.given(lead).expect(3);
  }
}
