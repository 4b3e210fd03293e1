package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultTest {

  private final Secret secret = Secret.generate(new SecureRandom());
  private final SecretVault vault = new SecretVault(key((byte) 1));

  @Test
  void opensWhatItSealed() {
    SealedSecret sealed = vault.seal(secret, "ep_1");

    assertThat(vault.open(sealed, "ep_1").reveal()).isEqualTo(secret.reveal());
  }

  @Test
  void sealsNeverTheSameWay() {
    assertThat(vault.seal(secret, "ep_1").bytes()).isNotEqualTo(vault.seal(secret, "ep_1").bytes());
  }

  @Test
  void anotherEndpointCannotUseIt() {
    SealedSecret sealed = vault.seal(secret, "ep_1");

    assertThatThrownBy(() -> vault.open(sealed, "ep_2")).hasMessageContaining("ep_2");
  }

  @Test
  void anotherKeyCannotOpenIt() {
    SealedSecret sealed = vault.seal(secret, "ep_1");

    assertThatThrownBy(() -> new SecretVault(key((byte) 2)).open(sealed, "ep_1"))
        .hasMessageContaining("assay.webhook.encryption-key");
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] sealed = vault.seal(secret, "ep_1").bytes();
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

    SecretKey first = EncryptionKey.fromFile(file);

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

  private static SecretKey key(byte fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, fill);
    return new SecretKeySpec(key, "AES");
  }
}
