package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * A draft and whether it should be warned of.
 *
 * @param says a part of the message, null when nothing should be said
 */
record WarningTrial(String name, WarningCode code, Draft draft, @Nullable String says) {

  static WarningTrial warns(String name, WarningCode code, Draft draft, String says) {
    return new WarningTrial(name, code, draft, says);
  }

  static WarningTrial silent(String name, WarningCode code, Draft draft) {
    return new WarningTrial(name, code, draft, null);
  }

  DynamicTest test() {
    return DynamicTest.dynamicTest(
        code.code() + ": " + name,
        () -> {
          var warnings = draft.warnings(code);
          if (says == null) {
            assertThat(warnings).isEmpty();
          } else {
            assertThat(warnings).singleElement().asString().contains(says);
          }
        });
  }
}
