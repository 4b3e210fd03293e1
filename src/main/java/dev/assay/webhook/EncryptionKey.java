package dev.assay.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that encrypts secrets for storage: configured, or generated once into a file.
 *
 * @param id tells which key encrypted something; the first bytes of the key's SHA-256
 */
record EncryptionKey(int id, SecretKey secret) {

  private static final int BYTES = 32;

  static EncryptionKey of(WebhookConfig config) {
    return config
        .encryptionKey()
        .map(text -> decode(text, "assay.webhook.encryption-key"))
        .orElseGet(() -> fromFile(config.encryptionKeyFile()));
  }

  /** The keys from before the present one, which still open what they encrypted. */
  static List<EncryptionKey> previous(WebhookConfig config) {
    return config.previousEncryptionKeys().orElse(List.of()).stream()
        .map(text -> decode(text, "assay.webhook.previous-encryption-keys"))
        .toList();
  }

  static EncryptionKey of(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return new EncryptionKey(ByteBuffer.wrap(digest).getInt(), new SecretKeySpec(key, "AES"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  static EncryptionKey fromFile(Path file) {
    try {
      if (!Files.exists(file)) {
        generate(file);
      }
      return decode(Files.readString(file).strip(), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The webhook key file %s cannot be used. Make its folder writable, or set assay.webhook.encryption-key"
              .formatted(file),
          e);
    }
  }

  /** Written aside and linked, so that no other process reads half a key. */
  private static void generate(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = createForOwnerOnly(folder);
    try {
      Files.writeString(
          draft, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // Another process was first: its key counts.
    } finally {
      Files.delete(draft);
    }
  }

  private static Path createForOwnerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? Files.createTempFile(
            folder,
            "webhook",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createTempFile(folder, "webhook", ".key");
  }

  private static EncryptionKey decode(String text, String origin) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      key = new byte[0];
    }
    if (key.length != BYTES) {
      throw new IllegalStateException(
          "%s holds no webhook key: expected base64 of %d bytes. `openssl rand -base64 32` makes one"
              .formatted(origin, BYTES));
    }
    return of(key);
  }

  @Override
  public String toString() {
    return "EncryptionKey[…]";
  }
}
