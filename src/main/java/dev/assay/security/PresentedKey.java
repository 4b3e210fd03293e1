package dev.assay.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A well-formed key that came with a request and is still to be checked. */
final class PresentedKey extends BaseAuthenticationRequest {

  private final Token token;

  PresentedKey(Token token) {
    this.token = token;
  }

  Token token() {
    return token;
  }
}
