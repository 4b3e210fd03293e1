package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

  @ParameterizedTest
  @ValueSource(strings = {"é", "€", "😀"})
  void aCharacterIsKeptWholeOrNotAtAll(String last) {
    byte[] all = ("a".repeat(10) + last).getBytes(UTF_8);

    assertThat(Excerpt.of(all, true, all.length)).isEqualTo("a".repeat(10) + last);
    for (int size = 10; size < all.length; size++) {
      assertThat(Excerpt.of(Arrays.copyOf(all, size), false, size)).isEqualTo("a".repeat(10));
    }
  }

  @Test
  void anAnswerThatEndsWithinACharacterShowsIt() {
    assertThat(Excerpt.of(new byte[] {'a', (byte) 0xC3}, true, 10)).isEqualTo("a\uFFFD");
  }

  @Test
  void replacementsCountWithTheirBytes() {
    assertThat(Excerpt.of(new byte[] {0, 0, 0}, true, 9)).isEqualTo("\uFFFD\uFFFD\uFFFD");
    assertThat(Excerpt.of(new byte[] {0, 0, 0}, true, 8)).isEqualTo("\uFFFD\uFFFD");
  }
}
