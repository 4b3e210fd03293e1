package dev.assay.webhook;

/** A signing key as stored. */
record SealedKey(SignatureKind kind, SealedSecret secret) {

  static SealedKey of(SigningKey key, String endpoint, SecretVault vault) {
    return new SealedKey(key.kind(), vault.seal(key.key(), owner(endpoint, key.kind())));
  }

  SigningKey open(String endpoint, SecretVault vault) {
    byte[] key = vault.open(secret, owner(endpoint, kind));
    return switch (kind) {
      case V1 -> Secret.of(key);
      case V1A -> Ed25519Key.of(key);
    };
  }

  /** Bound to endpoint and kind, so that no key can be taken for another. */
  private static String owner(String endpoint, SignatureKind kind) {
    return kind == SignatureKind.V1 ? endpoint : endpoint + "/" + kind.wireName();
  }
}
