package dev.assay.advice;

import static dev.assay.advice.Draft.draft;
import static dev.assay.advice.WarningCode.ALWAYS_REACHED;
import static dev.assay.advice.WarningCode.GAP;
import static dev.assay.advice.WarningCode.NEVER_COUNTS;
import static dev.assay.advice.WarningCode.NEVER_LEFT;
import static dev.assay.advice.WarningCode.NEVER_REACHED;
import static dev.assay.advice.WarningCode.OVERLAP;
import static dev.assay.advice.WarningCode.POINTLESS_AT_MOST;
import static dev.assay.advice.WarningCode.POINTLESS_WITHIN;
import static dev.assay.advice.WarningTrial.silent;
import static dev.assay.advice.WarningTrial.warns;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers that do not fit together. */
class NumberWarningsTest {

  @TestFactory
  Stream<DynamicTest> rangesOfOneNumber() {
    return Stream.of(
            warns(
                "199 and 201",
                GAP,
                sizes(100, 199, 201, 500),
                "No row covers employees 200: row 11"),
            silent("199 and 200", GAP, sizes(100, 199, 200, 500)),
            warns("10 and 50", GAP, sizes(1, 10, 50, 99), "employees from 11 to 49"),
            silent("nothing above the last", GAP, draft().row("employees <", 10, "once", 1)),
            warns(
                "200 and 200",
                OVERLAP,
                sizes(100, 200, 200, 500),
                "both hold for employees 200, and there both give points (5 and 9)"),
            silent("199 and 200 again", OVERLAP, sizes(100, 199, 200, 500)),
            silent(
                "steps that build on each other",
                OVERLAP,
                draft().row("employees >=", 10, "once", 1).row("employees >=", 100, "once", 1)),
            warns(
                "revenue below 10 and from 20",
                GAP,
                draft().row("revenue <", 10, "once", 1).row("revenue >=", 20, "once", 2),
                "No row covers revenue between just below 10 and 20"),
            silent(
                "revenue below 10 and from 10",
                GAP,
                draft().row("revenue <", 10, "once", 1).row("revenue >=", 10, "once", 2)),
            silent(
                "other countries",
                GAP,
                draft()
                    .row("employees <", 10, "country in", "US", "once", 1)
                    .row("employees >=", 20, "country in", "CA", "once", 2)),
            warns(
                "bands",
                GAP,
                draft().row("score <", 30, "band", "cold").row("score >=", 40, "band", "hot"),
                "total from 30 to 39"),
            silent(
                "bands that meet",
                GAP,
                draft().row("score <", 30, "band", "cold").row("score >=", 30, "band", "hot")))
        .map(WarningTrial::test);
  }

  private static Draft sizes(int from, int to, int next, int end) {
    return draft()
        .row("employees >=", from, "employees <=", to, "once", 5)
        .row("employees >=", next, "employees <=", end, "once", 9);
  }

  /** VP title, company size, demo request and one pricing page. */
  private static Draft published() {
    return draft()
        .row("title has", "VP", "once", 20)
        .row("employees >=", 200, "employees <=", 500, "once", 15)
        .row("type", "demo_request", "once", 30)
        .row("type", "page_view", "subject", "/pricing", "once", 10)
        .row("score >=", 50, "qualify", "MQL");
  }

  @TestFactory
  Stream<DynamicTest> thresholds() {
    return Stream.of(
            warns(
                "the published model of 75 points with an SQL at 100",
                NEVER_REACHED,
                published().row("score >=", 100, "qualify", "SQL"),
                "No lead can ever reach row 16 of Rules (qualify SQL): it asks for a score from 100, and all rows together give from 0 to 75 points (fit from 0 to 35, engagement from 0 to 40)"),
            warns(
                "one above the most",
                NEVER_REACHED,
                published().row("score >=", 76, "qualify", "SQL"),
                "from 0 to 75"),
            silent("the most", NEVER_REACHED, published().row("score >=", 75, "qualify", "SQL")),
            silent(
                "points for each time have no end",
                NEVER_REACHED,
                published().row("type", "call", "each", 1).row("score >=", 5000, "qualify", "SQL")),
            warns(
                "at most so many times",
                NEVER_REACHED,
                published()
                    .row("type", "call", "each", 2, "atMost", 3)
                    .row("score >=", 82, "qualify", "SQL"),
                "from 0 to 81"),
            warns(
                "a group that stops at its cap",
                NEVER_REACHED,
                published()
                    .group("Calls", "engagement", null, 4)
                    .row("type", "call", "each", 2, "group", "Calls")
                    .row("score >=", 80, "qualify", "SQL"),
                "from 0 to 79"),
            warns(
                "sizes of one company exclude each other",
                NEVER_REACHED,
                draft()
                    .row("employees <", 10, "once", 5)
                    .row("employees >=", 10, "employees <", 100, "once", 7)
                    .row("employees >=", 100, "once", 6)
                    .row("country in", "US, CA", "once", 3)
                    .row("country in", "DE", "once", 4)
                    .row("score >=", 12, "band", "hot"),
                "from 0 to 11"),
            warns(
                "a ceiling",
                NEVER_REACHED,
                published().total(null, 60).row("score >=", 61, "qualify", "SQL"),
                "from 0 to 60"),
            silent(
                "points of DRL come on top",
                NEVER_REACHED,
                published()
                    .drl("then scorecard.award(25).reason(\"DRL\");")
                    .row("score >=", 100, "qualify", "SQL")),
            warns(
                "points of DRL do not suffice",
                NEVER_REACHED,
                published()
                    .drl("then scorecard.award(24).reason(\"DRL\");")
                    .row("score >=", 100, "qualify", "SQL"),
                "from 0 to 99"),
            silent(
                "points of DRL that are computed",
                NEVER_REACHED,
                published()
                    .drl("then scorecard.award($points).reason(\"DRL\");")
                    .row("score >=", 100, "qualify", "SQL")),
            warns(
                "a stage from the floor on",
                ALWAYS_REACHED,
                published().total(10, null).row("score >=", 10, "qualify", "Known"),
                "Every lead reaches row 16 of Rules (qualify Known)"),
            silent(
                "a stage above the floor",
                ALWAYS_REACHED,
                published().total(10, null).row("score >=", 11, "qualify", "Known")),
            silent(
                "the last of several bands",
                ALWAYS_REACHED,
                published().row("score >=", 50, "band", "hot").row("score >=", 0, "band", "cold")),
            warns(
                "the first of several bands",
                ALWAYS_REACHED,
                published().row("score >=", 0, "band", "cold").row("score >=", 50, "band", "hot"),
                "band cold"),
            silent(
                "an owner for all",
                ALWAYS_REACHED,
                published().row("score >=", 0, "assign", "Inbound")),
            warns(
                "a stage for ever",
                NEVER_LEFT,
                published().row("score >=", 60, "qualify", "SQL", "leaveBelow", 0),
                "No lead ever leaves SQL"),
            silent(
                "a stage that is left at 0",
                NEVER_LEFT,
                published().row("score >=", 60, "qualify", "SQL", "leaveBelow", 1)))
        .map(WarningTrial::test);
  }

  @TestFactory
  Stream<DynamicTest> limits() {
    return Stream.of(
            warns(
                "more than once a minute",
                POINTLESS_AT_MOST,
                views("atMost", 1441, "within", 1),
                "Rules!AH11: At most 1441"),
            silent("once a minute", POINTLESS_AT_MOST, views("atMost", 1440, "within", 1)),
            warns(
                "always full",
                POINTLESS_AT_MOST,
                views("often", "5, 7", "atMost", 5, "within", 7),
                "always 10 points"),
            silent(
                "rarely full", POINTLESS_AT_MOST, views("often", "5, 7", "atMost", 6, "within", 7)),
            silent(
                "full, but not lately",
                POINTLESS_AT_MOST,
                views("often", "5, 7", "atMost", 5, "within", 6)),
            warns(
                "a cap that stops before",
                POINTLESS_AT_MOST,
                views("atMost", 6, "group", "Web").group("Web", "engagement", null, 10),
                "group Web stops at 10"),
            silent(
                "a cap that stops with the last",
                POINTLESS_AT_MOST,
                views("atMost", 5, "group", "Web").group("Web", "engagement", null, 10)),
            warns(
                "quiet as long as counted",
                NEVER_COUNTS,
                views("quiet", 30, "within", 30),
                "Row 11 of Rules never gives points"),
            silent("quiet for less", NEVER_COUNTS, views("quiet", 29, "within", 30)),
            warns(
                "faded by then",
                POINTLESS_WITHIN,
                views("fade", "50% per 90 days", "within", 180),
                "faded away after 180 days"),
            silent(
                "fading until then",
                POINTLESS_WITHIN,
                views("fade", "50% per 90 days", "within", 179)),
            warns(
                "faded day by day",
                POINTLESS_WITHIN,
                views("fade", "30% per 10 days, daily", "within", 34),
                "after 34 days"),
            silent(
                "a half-life has no end",
                POINTLESS_WITHIN,
                views("fade", "half-life 1 days", "within", 3000)))
        .map(WarningTrial::test);
  }

  private static Draft views(Object... more) {
    return draft()
        .row(Stream.concat(Stream.of("type", "page_view", "each", 2), Stream.of(more)).toArray());
  }
}
