package dev.assay.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaEscapeTest {
  private static final String[] PIECES = {
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "−",
    ",",
    ";",
    "\t",
    "|",
    " ",
    "\u00A0",
    "\u3000",
    "\u200B",
    "\uFEFF",
    "\r",
    "\n",
    "\r\n",
    "\u2028",
    "\u0085",
    "\u000B",
    "\"",
    "\"\"",
    "'",
    "''",
    "a",
    "1+1",
    "HYPERLINK(1)"
  };
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*[=+\\-@＝＋－＠−].*", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 30 1",
        "-2",
        "@SUM(A1)",
        "＝1+1",
        "－2",
        "＋1",
        "＠x",
        "−2",
        "\t=1",
        " =1",
        "\uFEFF=1",
        "\"=1\""
      })
  void whatBeginsLikeAFormulaIsEscapedAndKnownAsSuch(String text) {
    assertThat(FormulaEscape.beginsFormula(text)).isTrue();
    assertThat(FormulaEscape.escape(text)).isNotEqualTo(text).doesNotMatch(FORMULA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a;=1+1 ~ a;'=1+1",
        "a,=1+1 ~ a,'=1+1",
        "a|-1 ~ a|'-1",
        "a =1+1 ~ a '=1+1",
        "a;\"=1 ~ a;\"'=1",
        "'=1 ~ ''=1"
      })
  void anApostropheStandsWhereACellMayBegin(String text, String escaped) {
    assertThat(FormulaEscape.escape(text)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=1",
        "'",
        "'tis",
        "O'Hara",
        "''",
        "North - East",
        "C++",
        "a@b.example",
        "Jean-Luc"
      })
  void otherTextsStayAsTheyAre(String text) {
    assertThat(FormulaEscape.escape(text)).isEqualTo(text);
    assertThat(FormulaEscape.restore(text)).isEqualTo(text);
    assertThat(FormulaEscape.beginsFormula(text)).isFalse();
  }

  @Test
  void eachTextIsRestoredAndUnderNoSeparatorACellIsAFormula() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      List<String> texts = new ArrayList<>();
      for (int cell = 0; cell < 3; cell++) {
        texts.add(text(random));
      }
      for (String text : texts) {
        assertThat(FormulaEscape.restore(FormulaEscape.escape(text)))
            .describedAs("seed %d", seed)
            .isEqualTo(text);
      }
      String file = csv(texts);
      for (String separator : new String[] {",", ";", "\t", "|", " "}) {
        for (String cell : split(file, separator)) {
          assertThat(bare(cell, separator))
              .describedAs("seed %d, %s of %s", seed, separator, file)
              .doesNotMatch(FORMULA);
        }
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String csv(List<String> texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WriteCsv csv = new WriteCsv(out)) {
      csv.line(texts);
    }
    return out.toString(UTF_8);
  }

  /** By the worst reading: quotation marks keep nothing together. */
  private static List<String> split(String file, String separator) {
    return Arrays.asList(file.split("[\r\n]|" + Pattern.quote(separator), -1));
  }

  /** A sign that stands alone between blanks is a text. */
  private static String bare(String cell, String separator) {
    return separator.equals(" ") && cell.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]", "").length() == 1
        ? ""
        : cell;
  }
}
