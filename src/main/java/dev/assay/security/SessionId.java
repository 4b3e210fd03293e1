package dev.assay.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Makes the random ids that browsers keep in a cookie, and what is derived from them. */
final class SessionId {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private SessionId() {}

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return text(bytes);
  }

  static boolean isOne(String text) {
    return text.length() == 43 && FORM.matcher(text).matches();
  }

  /** What is stored of it. */
  static byte[] hash(String id) {
    return digest("session " + id);
  }

  /** Known to whoever has a page of the session, and says nothing about the id. */
  static String csrf(String id) {
    return text(digest("csrf " + id));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
