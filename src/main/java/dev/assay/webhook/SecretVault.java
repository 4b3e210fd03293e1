package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets for storage with AES-256-GCM, each bound to its owner, so that swapping rows is
 * noticed. Sealed form: the byte 2, four bytes that tell the key, 12 bytes nonce, cipher text with
 * tag. The older form 1 does not tell the key.
 */
final class SecretVault {

  private static final byte FORM_WITHOUT_KEY = 1;
  private static final byte FORM = 2;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionKey present;
  private final List<EncryptionKey> all;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param present encrypts
   * @param previous open what they encrypted
   */
  SecretVault(EncryptionKey present, List<EncryptionKey> previous) {
    this.present = present;
    this.all = Stream.concat(Stream.of(present), previous.stream()).toList();
  }

  /**
   * Encrypts.
   *
   * @param owner has to be told again to open it
   */
  SealedSecret seal(byte[] secret, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, present, nonce, owner).doFinal(secret);
      return new SealedSecret(
          ByteBuffer.allocate(1 + Integer.BYTES + NONCE_BYTES + sealed.length)
              .put(FORM)
              .putInt(present.id())
              .put(nonce)
              .put(sealed)
              .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("%s: its secret cannot be encrypted".formatted(owner), e);
    }
  }

  byte[] open(SealedSecret secret, String owner) {
    ByteBuffer sealed = ByteBuffer.wrap(secret.bytes());
    GeneralSecurityException failure = new GeneralSecurityException("no key fits");
    try {
      for (EncryptionKey key : candidates(sealed)) {
        try {
          return open(sealed.duplicate(), key, owner);
        } catch (GeneralSecurityException another) {
          failure = another;
        }
      }
    } catch (BufferUnderflowException tooShort) {
      failure = new GeneralSecurityException("too short", tooShort);
    }
    throw new IllegalStateException(
        "%s: its secret was encrypted with another key. Restore assay.webhook.encryption-key or its file, or add the key to assay.webhook.previous-encryption-keys"
            .formatted(owner),
        failure);
  }

  /** Whether it was encrypted with the present key. */
  boolean isPresent(SealedSecret secret) {
    ByteBuffer sealed = ByteBuffer.wrap(secret.bytes());
    return sealed.remaining() > Integer.BYTES
        && sealed.get() == FORM
        && sealed.getInt() == present.id();
  }

  private List<EncryptionKey> candidates(ByteBuffer sealed) {
    byte form = sealed.get();
    if (form == FORM_WITHOUT_KEY) {
      return all;
    }
    int id = form == FORM ? sealed.getInt() : 0;
    return form == FORM ? all.stream().filter(key -> key.id() == id).toList() : List.of();
  }

  private static byte[] open(ByteBuffer sealed, EncryptionKey key, String owner)
      throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    sealed.get(nonce);
    byte[] rest = new byte[sealed.remaining()];
    sealed.get(rest);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(rest);
  }

  private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(UTF_8));
    return cipher;
  }
}
