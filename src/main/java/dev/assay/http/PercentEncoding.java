package dev.assay.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Looks at what an address holds in percent-encoded form (RFC 3986, 2.1). */
final class PercentEncoding {
  private PercentEncoding() {}

  /** What is wrong with an address, reading on from its name; null if it can be read. */
  static @Nullable String fault(String address) {
    if (address.indexOf('%') < 0) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length());
    for (int at = 0; at < address.length(); at++) {
      char next = address.charAt(at);
      if (next != '%') {
        bytes.write(next < 0x80 ? next : '?');
        continue;
      }
      int octet = at + 2 < address.length() ? octet(address, at + 1) : -1;
      if (octet < 0) {
        return "holds a percent sign without two hexadecimal digits; write %25 for the sign itself";
      }
      if (octet == 0) {
        return "holds the character NUL (%00), which no name has; leave it out";
      }
      bytes.write(octet);
      at += 2;
    }
    return isUtf8(bytes.toByteArray())
        ? null
        : "is not UTF-8 in percent-encoded form; encode the text as UTF-8 first";
  }

  private static int octet(String address, int at) {
    int high = Character.digit(address.charAt(at), 16);
    int low = Character.digit(address.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
