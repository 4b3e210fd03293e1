package dev.assay.event;

import dev.assay.problem.Violation;
import java.util.List;

/** An event cannot be taken; says everything that is wrong with it. */
public final class EventRejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  EventRejected(List<Violation> violations) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
