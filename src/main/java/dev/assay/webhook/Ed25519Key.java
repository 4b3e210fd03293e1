package dev.assay.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A private key for signatures of the kind {@code v1a}. It is never shown, its public key is. */
final class Ed25519Key implements SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String PUBLIC_PREFIX = "whpk_";
  private static final int BYTES = 32;

  private final byte[] key;
  private final PrivateKey privateKey;

  private Ed25519Key(byte[] key) throws GeneralSecurityException {
    this.key = key;
    this.privateKey =
        KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key));
  }

  /** A new key with the one that verifies its signatures. */
  record Pair(Ed25519Key key, PublicKey publicKey) {

    /** The encoding ends in the 32 bytes of the key itself (RFC 8410). */
    byte[] publicBytes() {
      byte[] encoded = publicKey.getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    }

    /** The public key, written {@code whpk_} and base64. */
    String shown() {
      return show(publicBytes());
    }
  }

  static Pair generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      return new Pair(new Ed25519Key(seed), pair.getPublic());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK makes keys of " + ALGORITHM, impossible);
    }
  }

  static Ed25519Key of(byte[] key) {
    try {
      return new Ed25519Key(key.clone());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("What is stored is no key of " + ALGORITHM, e);
    }
  }

  static String show(byte[] publicKey) {
    return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(publicKey);
  }

  @Override
  public SignatureKind kind() {
    return SignatureKind.V1A;
  }

  @Override
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK signs with " + ALGORITHM, impossible);
    }
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "whsk_…";
  }
}
