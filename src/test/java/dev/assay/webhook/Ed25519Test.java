package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the JDK verifies with nothing but the public key as it is shown. */
class Ed25519Test {

  private static final String ID = "msg_1";
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

  private final Ed25519Key.Pair pair = Ed25519Key.generate();

  @Test
  void theJdkVerifiesWithThePublicKey() throws Exception {
    String signature = sign("{\"name\":\"Müller 😀\"}");

    assertThat(signature).startsWith("v1a,");
    assertThat(verifies(pair.shown(), signature, "{\"name\":\"Müller 😀\"}")).isTrue();
    assertThat(verifies(pair.shown(), signature, "{\"name\":\"Muller 😀\"}")).isFalse();
    assertThat(verifies(Ed25519Key.generate().shown(), signature, "{\"name\":\"Müller 😀\"}"))
        .isFalse();
  }

  /** RFC 8032, 7.1, test 2. */
  @Test
  void signsThePublishedVector() {
    Ed25519Key key =
        Ed25519Key.of(
            HexFormat.of()
                .parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

    assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  @Test
  void aStoredKeySignsLikeTheNewOne() {
    Ed25519Key again = Ed25519Key.of(pair.key().key());

    assertThat(again.sign("x".getBytes(UTF_8))).isEqualTo(pair.key().sign("x".getBytes(UTF_8)));
  }

  @Test
  void aKeyIsNotShownByAccident() {
    assertThat(pair.key()).hasToString("whsk_…");
  }

  private String sign(String body) {
    return Signature.sign(List.of(pair.key()), ID, NOW, body.getBytes(UTF_8));
  }

  static boolean verifies(String shownKey, String signature, String body) throws Exception {
    return verifies(shownKey, signature, ID, Long.toString(NOW.getEpochSecond()), body);
  }

  static boolean verifies(
      String shownKey, String signature, String id, String timestamp, String body)
      throws Exception {
    assertThat(shownKey).startsWith("whpk_");
    byte[] raw = Base64.getDecoder().decode(shownKey.substring("whpk_".length()));
    byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] encoded = new byte[head.length + raw.length];
    System.arraycopy(head, 0, encoded, 0, head.length);
    System.arraycopy(raw, 0, encoded, head.length, raw.length);
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update((id + "." + timestamp + "." + body).getBytes(UTF_8));
    return verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
  }
}
