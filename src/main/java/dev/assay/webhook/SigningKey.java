package dev.assay.webhook;

/** What a message can be signed with. */
sealed interface SigningKey permits Secret, Ed25519Key {

  SignatureKind kind();

  /**
   * Signs the content.
   *
   * @return the bare signature
   */
  byte[] sign(byte[] content);

  /** What is to be kept, encrypted. */
  byte[] key();
}
