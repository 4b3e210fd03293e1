package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is not good is seen. */
class InspectionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <img src='data:,'>                        | image-alt
          <p style='color:#bbb'>Hard to read</p>    | color-contrast
          <p style='width:400px'>Wider than that</p>| pixels beyond the edge
          """)
  void whatIsWrongIsSaid(String body, String complaint) {
    try (Browser browser = Browser.anonymous()) {
      browser
          .page()
          .setContent(
              "<html lang=en><title>Wrong</title><main><h1>Wrong</h1>%s</main>".formatted(body));

      assertThatThrownBy(() -> browser.inspect("wrong"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(complaint);
    }
  }
}
