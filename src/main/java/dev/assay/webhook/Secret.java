package dev.assay.webhook;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What an endpoint's messages are signed with. Written {@code whsec_} and base64, see <a
 * href="https://www.standardwebhooks.com">Standard Webhooks</a>.
 */
final class Secret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  private final byte[] key;

  private Secret(byte[] key) {
    this.key = key;
  }

  static Secret generate(RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new Secret(key);
  }

  static Secret of(byte[] key) {
    return new Secret(key.clone());
  }

  static Secret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("A webhook secret starts with " + PREFIX);
    }
    return new Secret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  byte[] key() {
    return key.clone();
  }

  /** The secret in clear, for its owner's eyes only. */
  String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
