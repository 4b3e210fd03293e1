package dev.assay.pipeline;

/** More is waiting to be scored than may wait; nothing of the call was taken. */
public final class IntakeFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IntakeFull(int capacity) {
    super("More than %d events are waiting.".formatted(capacity));
  }
}
