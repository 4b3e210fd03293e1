package dev.assay.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells that PostgreSQL refuses a text because of its characters, which is the caller's fault. */
public final class UnstorableText {

  /** character_not_in_repertoire and untranslatable_character. */
  private static final Set<String> STATES = Set.of("22021", "22P05");

  private UnstorableText() {}

  /** Whether the failure, or what caused it, is such a refusal. */
  public static boolean is(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
