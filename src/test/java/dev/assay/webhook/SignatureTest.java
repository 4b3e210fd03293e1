package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private final Random random = new Random(42);

  /** The vector that the libraries of Standard Webhooks test against. */
  @Test
  void signsThePublishedVector() {
    String signature =
        Signature.sign(
            List.of(Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
            ID,
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}".getBytes(UTF_8));

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aThousandRandomMessagesAreVerifiedAndTheirForgeriesAreNot() throws Exception {
    for (int message = 0; message < 1000; message++) {
      Secret secret = Secret.generate(random);
      String body = randomText(random.nextInt(20_000));
      byte[] bytes = body.getBytes(UTF_8);
      Instant now = Instant.now();
      Map<String, List<String>> headers =
          headers(now, Signature.sign(List.of(secret), ID, now, bytes));

      new Webhook(secret.reveal()).verify(body, headers);

      assertThatThrownBy(() -> new Webhook(Secret.generate(random).reveal()).verify(body, headers))
          .isInstanceOf(WebhookVerificationException.class);
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] ^= 1;
        var flipped = headers(now, Signature.sign(List.of(secret), ID, now, bytes));
        assertThatThrownBy(() -> new Webhook(secret.reveal()).verify(body, flipped))
            .isInstanceOf(WebhookVerificationException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-301, 301})
  void messagesFromAnotherTimeAreRefused(int seconds) {
    assertThatThrownBy(() -> verifyAfter(seconds)).isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-295, 295})
  void messagesFromAboutNowAreTaken(int seconds) {
    assertThatCode(() -> verifyAfter(seconds)).doesNotThrowAnyException();
  }

  private void verifyAfter(int seconds) throws Exception {
    Secret secret = Secret.generate(random);
    Instant then = Instant.now().plusSeconds(seconds);
    String signature = Signature.sign(List.of(secret), ID, then, "{}".getBytes(UTF_8));
    new Webhook(secret.reveal()).verify("{}", headers(then, signature));
  }

  private static Map<String, List<String>> headers(Instant timestamp, String signature) {
    return Map.of(
        "webhook-id", List.of(ID),
        "webhook-timestamp", List.of(Long.toString(timestamp.getEpochSecond())),
        "webhook-signature", List.of(signature));
  }

  /** At most so many bytes of UTF-8, of every plane, surrogates in pairs. */
  private String randomText(int bytes) {
    StringBuilder text = new StringBuilder();
    int[] limits = {0x80, 0x800, 0xD800, 0x110000};
    for (int room = bytes; room >= 4; room -= 4) {
      int point = random.nextInt(limits[random.nextInt(limits.length)]);
      text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? '?' : point);
    }
    return text.toString();
  }
}
