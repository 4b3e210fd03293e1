package dev.assay.imports;

import dev.assay.database.Transaction;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the running import to one process at a time, by a lease that each step renews; so another
 * goes on from the last line done where one died.
 */
@ApplicationScoped
class HoldImport {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final String HOLD =
      """
      UPDATE csv_import SET held_by = ?, held_until = ?
      WHERE id = (SELECT id FROM csv_import
          WHERE state = 'running' AND (held_by IS NULL OR held_by = ? OR held_until < ?)
          ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *
      """;
  private static final String KEEP =
      "UPDATE csv_import SET held_until = ? WHERE id = ? AND held_by = ? AND state = 'running'";
  private static final String LEAVE =
      "UPDATE csv_import SET held_by = NULL, held_until = NULL WHERE id = ? AND held_by = ?";
  private static final String STEP =
      """
      UPDATE csv_import SET held_until = ?, position = position + ?, accepted = accepted + ?,
          duplicates = duplicates + ?, rejected = rejected + ?, worked_millis = worked_millis + ?
      WHERE id = ? AND held_by = ? AND state = 'running'
      """;
  private static final String DONE =
      """
      UPDATE csv_import SET state = 'done', finished_at = ?, held_by = NULL, held_until = NULL
      WHERE id = ? AND held_by = ? AND state = 'running'
      """;
  private static final String DROP_FILE =
      """
      DELETE FROM csv_import_part WHERE csv_import = ?
          AND EXISTS (SELECT FROM csv_import WHERE id = csv_import AND state = 'done')
      """;

  private final String me = UUID.randomUUID().toString();
  private final AgroalDataSource database;
  private final Imports imports;
  private final ImportErrors errors;
  private final Clock clock;

  HoldImport(AgroalDataSource database, Imports imports, ImportErrors errors, Clock clock) {
    this.database = database;
    this.imports = imports;
    this.errors = errors;
    this.clock = clock;
  }

  /** Takes the running import that nobody works on; null if there is none. */
  @Nullable Import hold() throws SQLException {
    Instant now = clock.instant();
    List<Import> held = imports.query(HOLD, me, until(now), me, Imports.time(now));
    return held.isEmpty() ? null : held.get(0);
  }

  /** Renews the lease; false when the import is not to go on here. */
  boolean keep(int id) throws SQLException {
    return imports.execute(KEEP, until(clock.instant()), id, me) == 1;
  }

  /** Lets another process go on. */
  void leave(int id) throws SQLException {
    imports.execute(LEAVE, id, me);
  }

  /** Stores that lines are done; false when the import is not to go on here. */
  boolean step(int id, List<TakeLines.Answer> answers, Duration worked)
      throws SQLException, IOException {
    List<TakeLines.Answer> rejected =
        answers.stream().filter(one -> one.status() == TakeLines.Status.rejected).toList();
    long accepted =
        answers.stream().filter(one -> one.status() == TakeLines.Status.accepted).count();
    return Transaction.run(
        database,
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(STEP)) {
            Imports.set(
                update,
                until(clock.instant()),
                answers.size(),
                accepted,
                answers.size() - rejected.size() - accepted,
                rejected.size(),
                worked.toMillis(),
                id,
                me);
            if (update.executeUpdate() == 0) {
              return false;
            }
          }
          errors.keep(connection, id, rejected);
          return true;
        });
  }

  /** Every line is done: the file is not needed any more. */
  void done(int id) throws SQLException {
    imports.execute(DONE, Imports.time(clock.instant()), id, me);
    imports.execute(DROP_FILE, id);
  }

  private static OffsetDateTime until(Instant now) {
    return Imports.time(now.plus(LEASE));
  }
}
