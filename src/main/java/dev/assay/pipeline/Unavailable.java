package dev.assay.pipeline;

import org.jspecify.annotations.Nullable;

/** The work could not be done now, and may or may not have been stored: repeat it. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
