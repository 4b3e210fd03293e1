package dev.assay.webhook;

/** An encrypted secret, as stored. */
final class SealedSecret {

  private final byte[] bytes;

  SealedSecret(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
