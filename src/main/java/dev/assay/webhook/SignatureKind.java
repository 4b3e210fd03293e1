package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The signatures of Standard Webhooks, named as in the header. */
public enum SignatureKind {
  /** HMAC-SHA256: both sides know the secret. */
  V1("v1"),

  /** Ed25519: the receiver knows the public key only. */
  V1A("v1a");

  private final String wireName;

  SignatureKind(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  static Optional<SignatureKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }
}
