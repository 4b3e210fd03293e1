package dev.assay.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

  /** Those that sign, of a row with their kinds and secrets. */
  static List<SealedKey> all(ResultSet row) throws SQLException {
    Array kinds = row.getArray("kinds");
    if (kinds == null) {
      return List.of();
    }
    String[] names = (String[]) kinds.getArray();
    byte[][] secrets = (byte[][]) row.getArray("secrets").getArray();
    List<SealedKey> keys = new ArrayList<>();
    for (int key = 0; key < names.length; key++) {
      keys.add(
          new SealedKey(
              SignatureKind.named(names[key]).orElseThrow(), new SealedSecret(secrets[key])));
    }
    return keys;
  }
}
