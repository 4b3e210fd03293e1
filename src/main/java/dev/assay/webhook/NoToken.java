package dev.assay.webhook;

/** No access token could be had, and why. */
final class NoToken extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * @param reason stands in the delivery log, so it holds no secret
   */
  NoToken(String reason) {
    super("No access token: " + reason);
  }

  NoToken(String reason, Throwable cause) {
    super("No access token: " + reason, cause);
  }
}
