package dev.assay.logging;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a failure in the log: its classes, stack traces and SQL states, but no messages, which
 * may quote what is said of a person.
 */
public final class WithoutMessage extends Exception {
  private static final long serialVersionUID = 1L;

  /** Causes can form a ring. */
  private static final int DEEPEST = 20;

  /** To be logged in its stead. */
  public WithoutMessage(Throwable failure) {
    this(failure, DEEPEST);
  }

  private WithoutMessage(Throwable failure, int deeper) {
    super(name(failure), cause(failure.getCause(), deeper), false, true);
    setStackTrace(failure.getStackTrace());
  }

  private static @Nullable Throwable cause(@Nullable Throwable cause, int deeper) {
    return cause == null || deeper == 0 ? null : new WithoutMessage(cause, deeper - 1);
  }

  private static String name(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
