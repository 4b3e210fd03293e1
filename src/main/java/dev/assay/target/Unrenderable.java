package dev.assay.target;

/** A message of which nothing can be made for this target; trying again would not help. */
public final class Unrenderable extends Exception {

  private static final long serialVersionUID = 1;

  Unrenderable(String reason) {
    super(reason);
  }

  /** Why, for whoever looks after the endpoint; quotes nothing of the lead. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
