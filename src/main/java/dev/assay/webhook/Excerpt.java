package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** The beginning of an answer as text that PostgreSQL stores, measured in bytes of UTF-8. */
final class Excerpt {

  private Excerpt() {}

  /**
   * Bytes that are no UTF-8 are replaced, and so is NUL, which PostgreSQL does not store.
   *
   * @param complete false when more bytes follow: a character that was cut is then left out
   */
  static String of(byte[] bytes, boolean complete, int most) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    decoder.decode(ByteBuffer.wrap(bytes), text, complete);
    return cut(text.flip().toString().replace('\0', '\uFFFD'), most);
  }

  /** A replacement has more bytes than what it stands for. */
  private static String cut(String text, int most) {
    int size = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (size > most) {
        return text.substring(0, at);
      }
      at += Character.charCount(point);
    }
    return text;
  }
}
