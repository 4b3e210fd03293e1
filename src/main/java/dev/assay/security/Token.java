package dev.assay.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its holder has it: {@code assay_<id>_<secret>}. The id names the key and is no
 * secret; the secret is 32 random bytes in base64url.
 */
record Token(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("assay_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
  private static final int LENGTH = "assay_".length() + 16 + "_".length() + 43;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Token random() {
    return new Token(
        HexFormat.of().formatHex(randomBytes(8)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(32)));
  }

  /** Null when the text is not of the form; the length is looked at first, so any text is cheap. */
  static @Nullable Token parse(String text) {
    if (text.length() != LENGTH) {
      return null;
    }
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? new Token(matcher.group(1), matcher.group(2)) : null;
  }

  /** What is stored of the secret. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The whole key. Named so that it is not shown by accident; {@link #toString} hides it. */
  String reveal() {
    return "assay_" + id + "_" + secret;
  }

  @Override
  public String toString() {
    return "assay_" + id + "_…";
  }

  private static byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
