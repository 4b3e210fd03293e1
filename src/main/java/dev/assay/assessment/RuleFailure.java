package dev.assay.assessment;

import org.jspecify.annotations.Nullable;

/** A rule threw, looped, or did what rules must not do. The assessment in which it did is void. */
public final class RuleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  public RuleFailure(String rule, String problem, @Nullable Throwable cause) {
    super("Rule %s: %s".formatted(rule, problem), cause);
    this.rule = rule;
  }

  /** The rule that failed. */
  public String rule() {
    return rule;
  }
}
