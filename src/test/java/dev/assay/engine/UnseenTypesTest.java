package dev.assay.engine;

import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Line;
import dev.assay.assessment.Occurrence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Activities that no rule can look at are kept from Drools; nobody may notice. */
class UnseenTypesTest {

  @Test
  void areSeenByDrlThatNamesNoType() {
    Trial any =
        rules()
            .row("type", "page_view", "each", 1)
            .drl("rule any when Activity(subject == \"/x\") then scorecard.each(10); end")
            .trial();

    any.given(Lead.UNKNOWN, did("chat", "/x", daysAgo(1), 2)).expect(20);
  }

  @Test
  void areSeenByDrlThatCountsThemAll() {
    Trial any =
        rules()
            .row("type", "page_view", "once", 1)
            .drl(
                """
                rule all when
                  accumulate(Activity(subject == null, $n : count); $sum : sum($n); $sum >= 3)
                then scorecard.award(7); end
                """)
            .trial();

    any.given(Lead.UNKNOWN, did("chat", "/x", daysAgo(1), 3)).expect(7);
  }

  @Test
  void areSeenByDrlThatAsksForOneOfSeveralTypes() {
    Trial several =
        rules()
            .drl(
                "rule some when Activity(type in (\"chat\", \"call\")) then scorecard.each(5); end")
            .trial();

    several.given(Lead.UNKNOWN, did("call", "/x", daysAgo(1), 2)).expect(10);
  }

  @Test
  void endATimeOfQuietAllTheSame() {
    Trial quiet =
        rules().drl("rule quiet when History(quietFor(30)) then scorecard.award(-20); end").trial();

    quiet.given(Lead.UNKNOWN, did("never_heard_of", "/x", daysAgo(1), 1)).expect(0);
  }

  @Test
  void aSubjectNamedLikeATypeIsNotTakenForOne() {
    Trial bySubject =
        rules()
            .drl("rule s when Activity(subject == \"page_view\") then scorecard.each(5); end")
            .trial();

    bySubject.given(Lead.UNKNOWN, did("chat", "page_view", daysAgo(1), 2)).expect(10);
  }

  @Test
  void aRowMayHoldOfOneSubjectThoughNotOfAllTogether() {
    Trial quiet = rules().row("type", "page_view", "quiet", 5, "once", 3).trial();
    Activities views =
        Activities.NONE.with(
            List.of(
                new Occurrence("page_view", "/old", daysAgo(9)),
                new Occurrence("page_view", "/new", daysAgo(1))));

    Assessment assessment = quiet.given(views).expect(3);

    assertThat(((Line.Award) assessment.lines().get(0)).counted())
        .containsExactly(new Line.Counted("page_view", "/old", 1));
  }
}
