package dev.assay.engine;

import static dev.assay.engine.Rules.rules;
import static dev.assay.engine.Trial.daysAgo;
import static dev.assay.engine.Trial.did;

import dev.assay.assessment.Lead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drools looks values up where many rows ask for one field; rows and DRL must not be mixed up. */
class IndexedRowsTest {
  private static final Trial THRESHOLDS = thresholds();

  private static Trial thresholds() {
    Rules rules = rules();
    for (int employees = 10; employees <= 300; employees += 10) {
      rules.row("employees", employees, "once", 1);
    }
    return rules.drl("rule d when Lead(employees > 95) then scorecard.award(100); end").trial();
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 1", "19, 1", "95, 9", "96, 109", "100, 110", "300, 130", "9999, 130"})
  void manyThresholdsCountThoseReached(int employees, int points) {
    THRESHOLDS.given(Leads.lead().employees(employees).is()).expect(points);
  }

  @Test
  void manyThresholdsOfAnUnknownNumberGiveNothing() {
    THRESHOLDS.given(Lead.UNKNOWN).expect(0);
  }

  @Test
  void drlMayAskForAnyFieldBesideManyRows() {
    Rules rules = rules();
    for (String type : new String[] {"call", "chat", "meeting", "page_view", "webinar"}) {
      rules.row("type", type, "once", 1);
    }
    Trial trial =
        rules
            .drl(
                """
                rule c3 when Activity(count == 3, type == "call", subject != null)
                then scorecard.award(10); end
                rule c4 when Activity(count == 4, type == "call", subject != null)
                then scorecard.award(20); end
                rule s when Activity(subject == "/x", type == "call") then scorecard.award(40); end
                rule t when Activity(type == "call", subject == null) then scorecard.award(80); end
                """)
            .trial();

    trial.given(Lead.UNKNOWN, did("call", "/x", daysAgo(1), 3)).expect(1 + 10 + 40 + 80);
  }
}
