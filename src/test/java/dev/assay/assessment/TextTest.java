package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VP of Sales          | vp                     | true
          vp                   | VP                     | true
          SVP                  | VP                     | false
          VPs                  | VP                     | false
          VP2                  | VP                     | false
          VP/GM                | VP                     | true
          Sales-VP             | VP                     | true
          (VP)                 | VP                     | true
          MVP, VP              | VP                     | true
          Vice  President      | Vice President         | false
          Vice President Sales | Boss, Vice President   | true
          Sr. Manager          | Sr. Manager            | true
          Geschäftsführer      | Geschäftsführer        | true
          GESCHÄFTSFÜHRER      | geschäftsführer        | true
          Äläuft               | läuft                  | false
          läuftä               | läuft                  | false
          Führer               | F                      | false
          директор по продажам | Директор               | true
          Гендиректор          | директор               | false
          営業部長              | 部長                   | false
          営業 部長             | 部長                   | true
          𐐀vp                 | vp                     | false
          vp𐐀                 | vp                     | false
          vp 🙂                | vp                     | true
          """)
  void findsWholeWords(String title, String words, boolean found) {
    boolean has = Text.hasWord(title, words);

    assertThat(has).isEqualTo(found);
    assertThat(Text.lacksWord(title, words)).isNotEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cafe\u0301", "\u0915cafe", "cafe\u093e"})
  void takesMarksForPartsOfWords(String text) {
    boolean has = Text.hasWord(text, "cafe");

    assertThat(has).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"software", "Software", " SOFTWARE ", "\u00a0Software\u00a0", "\tsoftware\n"})
  void ignoresCaseAndSurroundingBlanks(String industry) {
    boolean is = Text.is(industry, " sofTware");

    assertThat(is).isTrue();
    assertThat(Text.isNot(industry, "software")).isFalse();
    assertThat(Text.in(industry, "Retail , Software,")).isTrue();
    assertThat(Text.notIn(industry, "Retail,Software")).isFalse();
    assertThat(Text.startsWith(industry, "hard, soft")).isTrue();
    assertThat(Text.endsWith(industry, "WARE")).isTrue();
    assertThat(Text.contains(industry, "x, FTW")).isTrue();
    assertThat(Text.containsNone(industry, "x, y")).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0"})
  void knowsNothingOfTheUnknown(String value) {
    boolean present = Text.isPresent(value);

    assertThat(present).isFalse();
    assertThat(Text.presence(value, "absent")).isTrue();
    assertThat(Text.presence(value, "Present")).isFalse();
    assertThat(Text.is(value, "")).isFalse();
    assertThat(Text.isNot(value, "x")).isFalse();
    assertThat(Text.in(value, "x,,y")).isFalse();
    assertThat(Text.notIn(value, "x")).isFalse();
    assertThat(Text.contains(value, "x")).isFalse();
    assertThat(Text.containsNone(value, "x")).isFalse();
    assertThat(Text.hasWord(value, "x")).isFalse();
    assertThat(Text.lacksWord(value, "x")).isFalse();
  }

  @Test
  void takesOneOfAListForEnough() {
    List<String> technologies = List.of("Java", "Kafka Streams");

    boolean in = Text.in(technologies, "php, java");

    assertThat(in).isTrue();
    assertThat(Text.notIn(technologies, "java")).isFalse();
    assertThat(Text.notIn(technologies, "php")).isTrue();
    assertThat(Text.hasWord(technologies, "streams")).isTrue();
    assertThat(Text.startsWith(technologies, "kafka")).isTrue();
    assertThat(Text.containsNone(technologies, "kafka")).isFalse();
    assertThat(Text.is(technologies, "JAVA")).isTrue();
    assertThat(Text.isPresent(technologies)).isTrue();
  }

  @Test
  void takesAnEmptyListForUnknown() {
    boolean present = Text.isPresent(List.of());

    assertThat(present).isFalse();
    assertThat(Text.notIn(List.of(), "java")).isFalse();
    assertThat(Text.lacksWord(List.of(), "java")).isFalse();
  }

  @Test
  void takesCommasInIsForTextAndNotForAlternatives() {
    boolean is = Text.is("Smith, John", "smith, john");

    assertThat(is).isTrue();
    assertThat(Text.is("Smith", "smith, john")).isFalse();
  }
}
