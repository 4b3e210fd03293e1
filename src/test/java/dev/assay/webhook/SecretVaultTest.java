package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultTest {

  private final Secret secret = Secret.generate(new SecureRandom());
  private final SecretVault vault = vault(1);

  @Test
  void opensWhatItSealed() {
    SealedSecret sealed = vault.seal(secret.key(), "ep_1");

    assertThat(vault.open(sealed, "ep_1")).isEqualTo(secret.key());
  }

  @Test
  void sealsNeverTheSameWay() {
    assertThat(vault.seal(secret.key(), "ep_1").bytes())
        .isNotEqualTo(vault.seal(secret.key(), "ep_1").bytes());
  }

  @Test
  void anotherEndpointCannotUseIt() {
    SealedSecret sealed = vault.seal(secret.key(), "ep_1");

    assertThatThrownBy(() -> vault.open(sealed, "ep_2")).hasMessageContaining("ep_2");
  }

  @Test
  void anotherKeyCannotOpenIt() {
    SealedSecret sealed = vault.seal(secret.key(), "ep_1");

    assertThatThrownBy(() -> vault(2).open(sealed, "ep_1"))
        .hasMessageContaining("assay.webhook.encryption-key");
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] sealed = vault.seal(secret.key(), "ep_1").bytes();
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] damaged = sealed.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> vault.open(new SealedSecret(damaged), "ep_1"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void generatesTheKeyFileOnceForItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/webhook.key");

    EncryptionKey first = EncryptionKey.fromFile(file);

    assertThat(EncryptionKey.fromFile(file)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("new").toFile().list()).containsExactly("webhook.key");
  }

  @Test
  void aDamagedKeyFileIsNamed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("webhook.key"), "c2hvcnQ=");

    assertThatThrownBy(() -> EncryptionKey.fromFile(file))
        .hasMessageContaining("webhook.key")
        .hasMessageContaining("32 bytes");
  }

  @Test
  void aSecretIsNotShownByAccident() {
    assertThat(secret).hasToString("whsec_…");
  }

  @Test
  void aKeyFromBeforeStillOpensWhatItSealed() {
    SealedSecret old = vault.seal(secret.key(), "ep_1");
    SecretVault renewed = new SecretVault(key(2), List.of(key(3), key(1)));

    assertThat(renewed.open(old, "ep_1")).isEqualTo(secret.key());
    assertThat(renewed.isPresent(old)).isFalse();
    assertThat(vault.isPresent(old)).isTrue();
  }

  /** Sealed by the first version, which did not tell the key: form 1, a nonce of zeros. */
  @Test
  void whatTheFirstVersionSealedIsOpened() throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = new byte[12];
    cipher.init(Cipher.ENCRYPT_MODE, key(1).secret(), new GCMParameterSpec(128, nonce));
    cipher.updateAAD("ep_1".getBytes(US_ASCII));
    byte[] sealed = cipher.doFinal(secret.key());
    SealedSecret first =
        new SealedSecret(
            ByteBuffer.allocate(13 + sealed.length).put((byte) 1).put(nonce).put(sealed).array());

    assertThat(new SecretVault(key(2), List.of(key(1))).open(first, "ep_1"))
        .isEqualTo(secret.key());
    assertThat(vault.isPresent(first)).isFalse();
  }

  private static SecretVault vault(int fill) {
    return new SecretVault(key(fill), List.of());
  }

  private static EncryptionKey key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return EncryptionKey.of(key);
  }
}
