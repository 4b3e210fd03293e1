package dev.assay.assessment;

import static dev.assay.engine.Leads.lead;
import static dev.assay.engine.Leads.titled;
import static dev.assay.engine.Rules.rules;

import dev.assay.engine.Trial;
import org.junit.jupiter.api.Test;

class TraitsTest {

  @Test
  void chainOverRowsWhateverTheirOrder() {
    Trial trial =
        rules()
            .row("has", "buyer", "once", 7)
            .row("has", "boss", "trait", "buyer")
            .row("title", "CEO", "trait", "boss")
            .trial();

    trial.given(titled("CEO")).expect(7);
  }

  @Test
  void ofRowsAreSeenByDrlAndThoseOfDrlByRows() {
    Trial trial =
        rules()
            .row("title", "CEO", "trait", "boss")
            .row("has", "buyer", "trait", "target")
            .row("has", "done", "once", 7)
            .drl(
                """
                rule "buyer" when exists Trait(name == "boss") then insert(new Trait("buyer")); end
                rule "done" when exists Trait(name == "target") then scorecard.trait("done"); end
                """)
            .trial();

    trial.given(titled("CEO")).expect(7);
    trial.given(titled("CEO")).expectTraits("boss", "buyer", "done", "target");
  }

  @Test
  void thatRowsConcludeFromEachOtherComeToRest() {
    Trial trial =
        rules()
            .row("has", "b", "trait", "a")
            .row("has", "a", "trait", "b")
            .row("title", "x", "trait", "a")
            .trial();

    trial.given(titled("x")).expectTraits("a", "b");
  }

  @Test
  void areTheWorkOfTheUppermostRuleThatConcludesThem() {
    Trial trial =
        rules()
            .drl("rule \"first\" salience 9 when Lead() then scorecard.trait(\"a\"); end")
            .row("title", "x", "trait", "a")
            .row("title", "x", "trait", "a")
            .trial();

    Assessment assessment = trial.given(titled("x")).assess();

    org.assertj.core.api.Assertions.assertThat(assessment.traits().get(0).rule().row())
        .isEqualTo(11);
  }

  @Test
  void areMissedOnlyWhenNoRuleCanConcludeThemAnyMore() {
    Trial trial =
        rules()
            .row("lacks", "late", "once", -5)
            .row("title", "x", "trait", "early")
            .drl(
                """
                rule "late" salience -99 when Trait(name == "early") then
                  scorecard.trait("late");
                end
                """)
            .trial();

    trial.given(titled("x")).expect(0);
  }

  @Test
  void areMissedWhereThereAreNone() {
    Trial trial = rules().row("lacks", "boss", "once", -5).trial();

    trial.given(Lead.UNKNOWN).expect(-5);
  }

  @Test
  void ofAttributesAreConcludedFromTextsNumbersAndFlags() {
    Trial trial =
        rules()
            .row("plan", "Gold", "trait", "gold")
            .row("seats", 10.5, "trait", "large")
            .row("vip", true, "trait", "vip")
            .row("vip", false, "trait", "plain")
            .row("technology", "kafka, java", "trait", "streams")
            .row("phone", "absent", "trait", "silent")
            .trial();

    trial.given(lead().attribute("plan", " gold").is()).expectTraits("gold", "silent");
    trial
        .given(lead().attribute("seats", new java.math.BigDecimal("10.5")).phone("1").is())
        .expectTraits("large");
    trial.given(lead().attribute("seats", 10.4).phone("1").is()).expectTraits();
    trial.given(lead().attribute("seats", "11").phone("1").is()).expectTraits();
    trial.given(lead().attribute("vip", true).phone("1").is()).expectTraits("vip");
    trial.given(lead().attribute("vip", false).phone(" ").is()).expectTraits("plain", "silent");
    trial.given(lead().attribute("vip", "true").phone("1").is()).expectTraits();
    trial.given(lead().technologies("PHP", "Kafka").phone("1").is()).expectTraits("streams");
  }
}
