package dev.assay.advice;

import static dev.assay.advice.Draft.draft;
import static dev.assay.advice.WarningCode.NEVER_DECIDES;
import static dev.assay.advice.WarningCode.NEVER_MATCHES;
import static dev.assay.advice.WarningCode.POINTS_TWICE;
import static dev.assay.advice.WarningCode.QUIET_SUBJECTS;
import static dev.assay.advice.WarningTrial.silent;
import static dev.assay.advice.WarningTrial.warns;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rows that contradict themselves, or repeat others. */
class RowWarningsTest {

  @TestFactory
  Stream<DynamicTest> rowsThatNeverMatch() {
    return Stream.of(
            never(
                "at least 500 and below 100",
                "A11 Rules!D11",
                "employees >=",
                500,
                "employees <",
                100),
            may("at least 500 and at most 500", "employees >=", 500, "employees <=", 500),
            never(
                "above 500 and below 501", "C11 Rules!D11", "employees >", 500, "employees <", 501),
            may("above 500 and below 502", "employees >", 500, "employees <", 502),
            may("revenue between 1 and 1.1", "revenue >=", 1, "revenue <", 1.1),
            never("revenue from 1 and below 1", "G11 Rules!H11", "revenue >=", 1, "revenue <", 1),
            never("a number that it is not", "E11 Rules!F11", "employees ==", 7, "employees !=", 7),
            may("a number that is another", "employees ==", 7, "employees !=", 8),
            never(
                "countries all excluded",
                "J11 Rules!K11",
                "country in",
                "US, CA",
                "country not in",
                "ca, us, mx"),
            may("one country left", "country in", "US, CA", "country not in", "CA"),
            never(
                "an unknown country of name",
                "J11 Rules!Q11",
                "country in",
                "US",
                "country is",
                "absent"),
            may("a known country of name", "country in", "US", "country is", "present"),
            never(
                "a word that must be missing",
                "M11 Rules!N11",
                "title has",
                "Vice President",
                "title lacks",
                "vice"),
            may("a word of a longer phrase", "title has", "Vice", "title lacks", "Vice President"),
            never(
                "a word that must not be there",
                "L11 Rules!M11 Rules!N11",
                "title starts",
                "VP",
                "title has",
                "x",
                "title lacks",
                "x"),
            may("several technologies", "uses", "Java, SQL", "uses none", "SQL"),
            never(
                "technologies all excluded",
                "O11 Rules!P11",
                "uses",
                "SQL",
                "uses none",
                "SQL, Java"),
            never(
                "often lately and quiet",
                "U11 Rules!V11",
                "type",
                "page_view",
                "often",
                "5, 7",
                "quiet",
                7),
            may(
                "often lately and quiet for less",
                "type",
                "page_view",
                "often",
                "5, 7",
                "quiet",
                6),
            never(
                "did it and did not",
                "R11 Rules!S11 Rules!W11",
                "type",
                "page_view",
                "subject",
                "/a",
                "no type",
                "page_view"),
            may("did it and not the other", "type", "page_view", "no type", "demo_request"),
            never("a trait there and not there", "Y11 Rules!AA11", "has", "vip", "lacks", "vip"),
            may("a trait there and another not", "has", "vip", "lacks", "student"))
        .map(WarningTrial::test);
  }

  private static WarningTrial never(String name, String cells, Object... row) {
    return warns(name, NEVER_MATCHES, draft().row(with(row)), "Rules!" + cells + ": No lead can");
  }

  private static WarningTrial may(String name, Object... row) {
    return silent(name, NEVER_MATCHES, draft().row(with(row)));
  }

  private static Object[] with(Object[] row) {
    return Stream.concat(Stream.of(row), Stream.of("once", 5)).toArray();
  }

  @TestFactory
  Stream<DynamicTest> pointsThatDouble() {
    return Stream.of(
            warns(
                "the same row twice",
                POINTS_TWICE,
                draft().row("country in", "US", "once", 10).row("country in", "us", "once", 5),
                "asks for the same as row 11 of Rules does, so leads get the points of all of them together (5 and 10)"),
            silent(
                "the same row for other countries",
                POINTS_TWICE,
                draft().row("country in", "US", "once", 10).row("country in", "CA", "once", 5)),
            warns(
                "one country of several",
                POINTS_TWICE,
                draft().row("country in", "US, CA", "once", 10).row("country in", "CA", "once", 5),
                "Row 12 of Rules holds only where row 11 of Rules does too"),
            silent(
                "one country more",
                POINTS_TWICE,
                draft()
                    .row("country in", "US, CA", "once", 10)
                    .row("country in", "CA, MX", "once", 5)),
            warns(
                "a larger threshold",
                POINTS_TWICE,
                draft().row("employees >=", 500, "once", 10).row("employees >=", 100, "once", 5),
                "Row 11 of Rules holds only where row 12 of Rules does too"),
            silent(
                "ranges beside each other",
                POINTS_TWICE,
                draft()
                    .row("employees >=", 500, "once", 10)
                    .row("employees >=", 100, "employees <", 500, "once", 5)),
            warns(
                "a subject of a type",
                POINTS_TWICE,
                draft()
                    .row("type", "page_view", "each", 1)
                    .row("type", "page_view", "subject", "/p", "each", 9),
                "Row 12 of Rules holds only where row 11"),
            silent(
                "points against points",
                POINTS_TWICE,
                draft()
                    .row("type", "page_view", "each", 1)
                    .row("type", "page_view", "subject", "/p", "each", -9)),
            silent(
                "a group whose cap is the larger of both",
                POINTS_TWICE,
                draft()
                    .group("Size", "fit", null, 10)
                    .row("employees >=", 500, "once", 10, "group", "Size")
                    .row("employees >=", 100, "once", 5, "group", "size")),
            warns(
                "a group whose cap is above the larger of both",
                POINTS_TWICE,
                draft()
                    .group("Size", "fit", null, 11)
                    .row("employees >=", 500, "once", 10, "group", "Size")
                    .row("employees >=", 100, "once", 5, "group", "Size"),
                "(10 and 5)"),
            warns(
                "what is missing implies less missing",
                POINTS_TWICE,
                draft()
                    .row("has", "a", "lacks", "b", "once", 1)
                    .row("has", "a", "once", 2)
                    .row("type", "x", "trait", "a")
                    .row("type", "x", "trait", "b"),
                "Row 11 of Rules holds only where row 12"))
        .map(WarningTrial::test);
  }

  @TestFactory
  Stream<DynamicTest> rowsThatNeverDecide() {
    return Stream.of(
            warns(
                "the larger threshold below the smaller",
                NEVER_DECIDES,
                draft().row("fit >=", 10, "grade", "C").row("fit >=", 20, "grade", "A"),
                "Row 12 of Rules can never decide"),
            silent(
                "the larger threshold above the smaller",
                NEVER_DECIDES,
                draft().row("fit >=", 20, "grade", "A").row("fit >=", 10, "grade", "C")),
            silent(
                "other conclusions",
                NEVER_DECIDES,
                draft().row("fit >=", 10, "grade", "C").row("fit >=", 20, "band", "hot")))
        .map(WarningTrial::test);
  }

  @TestFactory
  Stream<DynamicTest> silenceOfSingleSubjects() {
    return Stream.of(
            warns(
                "a type alone",
                QUIET_SUBJECTS,
                draft().row("type", "page_view", "quiet", 30, "once", -5),
                "Rules!V11: Row 11 of Rules holds as soon as one single subject was left alone for 30 days"),
            warns(
                "no type",
                QUIET_SUBJECTS,
                draft().row("quiet", 30, "once", -5),
                "ask the History instead"),
            silent(
                "a subject",
                QUIET_SUBJECTS,
                draft().row("type", "page_view", "subject", "/p", "quiet", 30, "once", -5)),
            silent(
                "all subjects",
                QUIET_SUBJECTS,
                draft().row("type", "page_view", "subject is", "absent", "quiet", 30, "once", -5)),
            silent("the history", QUIET_SUBJECTS, draft().row("silent", 30, "once", -5)))
        .map(WarningTrial::test);
  }
}
