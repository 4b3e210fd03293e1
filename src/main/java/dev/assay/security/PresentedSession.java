package dev.assay.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The id of a session that came in a cookie and is still to be checked. */
final class PresentedSession extends BaseAuthenticationRequest {

  private final String id;
  private final boolean use;

  PresentedSession(String id, boolean use) {
    this.id = id;
    this.use = use;
  }

  String id() {
    return id;
  }

  /** Whether somebody did something, rather than a page looking for news by itself. */
  boolean use() {
    return use;
  }
}
