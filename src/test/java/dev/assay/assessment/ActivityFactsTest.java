package dev.assay.assessment;

import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.NOW;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Trial;
import org.junit.jupiter.api.Test;

class ActivityFactsTest {
  private static final Trial ANY = rules().row("type", "page_view", "each", 1).trial();
  private static final Trial SUBJECT =
      rules().row("type", "page_view", "subject", "/a, /b", "each", 1).trial();
  private static final Activities VIEWS =
      Activities.NONE.with(
          java.util.List.of(
              new Occurrence("page_view", "/a/1", daysAgo(1)),
              new Occurrence("page_view", "/a/2", daysAgo(2)),
              new Occurrence("page_view", "/a/2", daysAgo(3)),
              new Occurrence("page_view", "/c", daysAgo(4)),
              new Occurrence("page_view", "", daysAgo(5)),
              new Occurrence("call", "/a", daysAgo(6))));

  @Test
  void ofOneTypeAreCountedOnceThoughItsSubjectsMatchToo() {
    Assessment assessment = ANY.given(VIEWS).expect(5);

    assertThat(((Line.Award) assessment.lines().get(0)).counted())
        .containsExactly(new Line.Counted("page_view", null, 5));
  }

  @Test
  void ofSeveralSubjectsGiveOneAward() {
    Assessment assessment = SUBJECT.given(VIEWS).expect(3);

    assertThat(assessment.lines()).hasSize(1);
    assertThat(((Line.Award) assessment.lines().get(0)).counted())
        .containsExactly(
            new Line.Counted("page_view", "/a/1", 1), new Line.Counted("page_view", "/a/2", 2));
  }

  @Test
  void ofSeveralSubjectsFadeEachByItsOwnAge() {
    Trial fading =
        rules()
            .row("type", "page_view", "subject", "/a", "each", 10, "fade", "50% per 2 days")
            .trial();

    fading.given(VIEWS).expect(20);
  }

  @Test
  void ofSeveralSubjectsShareTheirLimits() {
    Trial limited =
        rules().row("type", "page_view", "subject", "/", "each", 10, "atMost", 2).trial();

    limited.given(VIEWS).expect(20);
  }

  @Test
  void withoutSubjectHaveOneFactOnly() {
    Trial facts =
        rules()
            .drl(
                """
                rule "count facts"
                when
                  accumulate(Activity(type == "call"), $facts : count(1))
                then
                  scorecard.award($facts.intValue());
                end
                """)
            .trial();

    facts.given(did("call", "", NOW, 9)).expect(1);
  }

  @Test
  void ofTwoTypesAreCountedTogetherWhereARuleNamesBoth() {
    Trial two = rules().row("type", "call", "andType", "chat", "each", 1).trial();

    two.given(did("call", "", NOW, 2)).and(did("chat", "x", NOW, 3)).expect(5);
  }

  @Test
  void matchedOverAndOverAreCountedOnce() {
    Trial joined =
        rules()
            .row("title", "x", "trait", "one")
            .drl(
                """
                rule "many" when Lead() then
                  for (int i = 0; i < 9; i++) { insert(new Trait("many")); }
                end
                """)
            .row("type", "call", "has", "many", "each", 2)
            .row("title", "x", "has", "many", "once", 100)
            .trial();

    joined.given(titled("x"), did("call", "", NOW, 3)).expect(106);
  }

  @Test
  void ofALargeHistoryAreQuicklyCounted() {
    java.util.List<Occurrence> many = new java.util.ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      many.add(new Occurrence("page_view", "/a/" + i, daysAgo(i % 300)));
    }
    Activities activities = Activities.NONE.with(many);

    SUBJECT.given(activities).expect(20_000);
  }
}
