package dev.assay.advice;

import static dev.assay.advice.Draft.draft;
import static dev.assay.advice.WarningCode.EMPTY_GROUP;
import static dev.assay.advice.WarningCode.UNKNOWN_EVENT_TYPE;
import static dev.assay.advice.WarningCode.UNKNOWN_STAGE;
import static dev.assay.advice.WarningCode.UNKNOWN_TRAIT;
import static dev.assay.advice.WarningCode.UNUSED_TRAIT;
import static dev.assay.advice.WarningTrial.silent;
import static dev.assay.advice.WarningTrial.warns;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names that are used in one place and missing in another. */
class NameWarningsTest {
  private static final String DRL = "rule \"r\" when Trait(name == \"vip\") then";

  @TestFactory
  Stream<DynamicTest> names() {
    return Stream.of(
            warns(
                "a trait that nobody asserts",
                UNKNOWN_TRAIT,
                asks("vip"),
                "Rules!Y11: No row asserts the trait vip"),
            silent("a trait that DRL mentions", UNKNOWN_TRAIT, asks("vip").drl(DRL)),
            silent(
                "a trait that a row asserts",
                UNKNOWN_TRAIT,
                asks("vip").row("type", "call", "trait", "vip")),
            warns(
                "a trait with a slip",
                UNKNOWN_TRAIT,
                asks("decison_maker").row("type", "call", "trait", "decision_maker"),
                "Perhaps decision_maker is meant."),
            warns(
                "a trait that must be missing and always is",
                UNKNOWN_TRAIT,
                draft().row("lacks", "vip", "once", 1),
                "vip"),
            warns(
                "a trait that nobody asks for",
                UNUSED_TRAIT,
                asserts("vip"),
                "Rules!AM11: No row asks for the trait vip"),
            silent("a trait that DRL asks for", UNUSED_TRAIT, asserts("vip").drl(DRL)),
            silent(
                "a trait that a row asks for",
                UNUSED_TRAIT,
                asserts("vip").row("lacks", "vip", "once", 1)),
            warns("a stage that is none", UNKNOWN_STAGE, staged("SQK"), "Perhaps SQL is meant"),
            silent("a stage", UNKNOWN_STAGE, staged("SQL")),
            warns(
                "a group without members",
                EMPTY_GROUP,
                grouped("Company"),
                "Groups!A3: No row gives points in the group Web"),
            silent(
                "a group of a row",
                EMPTY_GROUP,
                grouped("Company").row("type", "call", "once", 1, "group", "web")),
            silent(
                "a group of DRL",
                EMPTY_GROUP,
                grouped("Company").drl("scorecard.award(1).group(\"web\");")),
            warns(
                "an event type with a slip",
                UNKNOWN_EVENT_TYPE,
                typed("page_veiw"),
                "Perhaps page_view is meant"),
            silent("an event type that was seen", UNKNOWN_EVENT_TYPE, typed("page_view")),
            silent(
                "event types of which nothing is known",
                UNKNOWN_EVENT_TYPE,
                draft().row("type", "x", "once", 1)))
        .map(WarningTrial::test);
  }

  private static Draft asks(String trait) {
    return draft().row("has", trait, "once", 1);
  }

  private static Draft asserts(String trait) {
    return draft().row("type", "call", "trait", trait);
  }

  private static Draft staged(String stage) {
    return draft().row("score >=", 1, "qualify", "SQL").row("qualified", stage, "assign", "Kim");
  }

  private static Draft grouped(String group) {
    return draft()
        .group("Company", "fit", null, null)
        .group("Web", "engagement", null, 10)
        .row("country in", "US", "once", 1, "group", group);
  }

  private static Draft typed(String type) {
    return draft().row("type", type, "once", 1).types("page_view", "call");
  }
}
