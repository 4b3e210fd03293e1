package dev.assay.target;

/** A target that cannot be: says which value, what was expected and what to do. */
public final class RefusedTarget extends Exception {

  private static final long serialVersionUID = 1;

  RefusedTarget(String reason) {
    super(reason);
  }

  /** Reads as a sentence of its own; quotes no secret. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
