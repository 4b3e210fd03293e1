package dev.assay.webhook;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What sender and receiver both know, for signatures of the kind {@code v1}. Written {@code whsec_}
 * and base64, see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>.
 */
final class Secret implements SigningKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int FEWEST = 24;
  private static final int MOST = 64;

  private final byte[] key;

  private Secret(byte[] key) {
    if (key.length < FEWEST || key.length > MOST) {
      throw new IllegalArgumentException(
          "A webhook secret has %d bytes; expected %d to %d".formatted(key.length, FEWEST, MOST));
    }
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

  @Override
  public SignatureKind kind() {
    return SignatureKind.V1;
  }

  @Override
  public byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK signs with " + ALGORITHM, impossible);
    }
  }

  @Override
  public byte[] key() {
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
