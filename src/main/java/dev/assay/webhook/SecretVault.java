package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets for storage with AES-256-GCM, each bound to its endpoint, so that swapping rows
 * is noticed. Sealed form: one byte that names this form, 12 bytes nonce, cipher text with tag.
 */
final class SecretVault {

  private static final byte FORM = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  SecretVault(SecretKey key) {
    this.key = key;
  }

  SealedSecret seal(Secret secret, String endpoint) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, endpoint).doFinal(secret.key());
      return new SealedSecret(
          ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
              .put(FORM)
              .put(nonce)
              .put(sealed)
              .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Endpoint %s: its secret cannot be encrypted".formatted(endpoint), e);
    }
  }

  Secret open(SealedSecret secret, String endpoint) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(secret.bytes());
      if (buffer.get() != FORM) {
        throw new GeneralSecurityException("unknown form");
      }
      byte[] nonce = new byte[NONCE_BYTES];
      buffer.get(nonce);
      byte[] rest = new byte[buffer.remaining()];
      buffer.get(rest);
      return Secret.of(cipher(Cipher.DECRYPT_MODE, nonce, endpoint).doFinal(rest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Endpoint %s: its secret was encrypted with another key. Restore assay.webhook.encryption-key or its file"
              .formatted(endpoint),
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String endpoint) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(endpoint.getBytes(UTF_8));
    return cipher;
  }
}
