package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static int words;

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
    assertThat(Text.isNot(industry, "soft")).isTrue();
    assertThat(Text.startsWith(industry, "ware, oft")).isFalse();
    assertThat(Text.endsWith(industry, "soft, war")).isFalse();
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
    assertThat(Text.presence("x", " PRESENT")).isTrue();
    assertThat(Text.presence("x", "absent")).isFalse();
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

  /** A word stands at a place of the text where neither neighbour belongs to a word. */
  @Test
  void findsAWordWhereverNoLetterTouchesIt() {
    Random random = new Random(11);
    String[] pieces = {"a", "b", "ab", " ", "-", "7", "\u0301", "𐐀", "🙂", "\u093e"};
    for (int run = 0; run < 4_000; run++) {
      String text = pieces(random, pieces, random.nextInt(7));
      String word = pieces(random, pieces, 1 + random.nextInt(2));

      assertThat(Text.standsIn(text, word)).as("%s in %s", word, text).isEqualTo(at(text, word));
    }
  }

  private static String pieces(Random random, String[] pieces, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static boolean at(String text, String word) {
    return IntStream.rangeClosed(0, text.length() - word.length())
        .filter(at -> text.startsWith(word, at))
        .anyMatch(
            at ->
                !text.substring(0, at).matches("(?s).*[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]")
                    && !text.substring(at + word.length())
                        .matches("(?s)[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}].*"));
  }

  /** Many more texts than are remembered, so that they take each other's places. */
  @Test
  void foldsATextAlikeHoweverManyWereFoldedSince() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 3_000; i++) {
        assertThat(Text.fold("\u00a0 Title " + i + " ")).isEqualTo("title " + i);
      }
    }
    assertThat(Text.fold("Aa")).isEqualTo("aa");
    assertThat(Text.fold("BB")).as("of the same hash").isEqualTo("bb");
  }

  @Test
  void remembersShortTextsAlone() {
    String longest = "A".repeat(200);
    String longer = "A".repeat(201);

    assertThat(Text.fold(longest)).isEqualTo("a".repeat(200)).isSameAs(Text.fold(longest));
    assertThat(Text.fold(longer)).isEqualTo("a".repeat(201)).isNotSameAs(Text.fold(longer));
  }

  @Test
  void findsNoneOfNoAlternatives() {
    // Lists are remembered, so only new ones are read.
    String word = "W" + ++words;
    String folded = "w" + words;
    assertThat(Text.alternatives(" , ,")).isEmpty();
    assertThat(Text.alternatives(word + ", a ,," + word)).containsExactly(folded, "a", folded);
    assertThat(Text.alternatives(word + ", a ,," + word)).containsExactly(folded, "a", folded);
    assertThat(Text.in("b", List.of())).isFalse();
    assertThat(Text.in(List.of("", "b"), "b")).isTrue();
    assertThat(Text.any(List.of("", " "), List.of(""), String::startsWith)).isFalse();
  }

  @Test
  void takesCommasInIsForTextAndNotForAlternatives() {
    boolean is = Text.is("Smith, John", "smith, john");

    assertThat(is).isTrue();
    assertThat(Text.is("Smith", "smith, john")).isFalse();
  }
}
