package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says: over id, Unix
 * seconds and body, joined by dots.
 */
final class Signature {

  private Signature() {}

  /**
   * Signs one try with every key, so that a receiver may know any of them.
   *
   * @return the value of {@code webhook-signature}
   */
  static String sign(List<? extends SigningKey> keys, String id, Instant timestamp, byte[] body) {
    byte[] content = content(id, timestamp, body);
    return keys.stream()
        .map(
            key ->
                key.kind().wireName() + "," + Base64.getEncoder().encodeToString(key.sign(content)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] content(String id, Instant timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(US_ASCII);
    byte[] content = new byte[head.length + body.length];
    System.arraycopy(head, 0, content, 0, head.length);
    System.arraycopy(body, 0, content, head.length, body.length);
    return content;
  }
}
