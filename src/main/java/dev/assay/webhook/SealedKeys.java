package dev.assay.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that sign an endpoint's messages: opened once for all that are claimed together. */
final class SealedKeys {

  static final SealedKeys NONE = new SealedKeys(List.of());

  private final List<SealedKey> sealed;
  private volatile @Nullable List<SigningKey> opened;

  SealedKeys(List<SealedKey> sealed) {
    this.sealed = List.copyOf(sealed);
  }

  /** Opens those that are not open yet; each time the same ones. */
  List<SigningKey> open(String endpoint, SecretVault vault) {
    List<SigningKey> keys = opened;
    if (keys == null) {
      keys = sealed.stream().map(key -> key.open(endpoint, vault)).toList();
      opened = keys;
    }
    return keys;
  }
}
