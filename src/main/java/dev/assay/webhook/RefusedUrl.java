package dev.assay.webhook;

/** A URL that messages must not be sent to, and why. */
final class RefusedUrl extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * @param reason completes "The URL is refused: …"
   */
  RefusedUrl(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
