package dev.assay.imports;

import dev.assay.csv.ReadCsv;
import dev.assay.csv.UnreadableCsv;
import dev.assay.logging.WithoutMessage;
import dev.assay.pipeline.GiveWay;
import dev.assay.security.KeyRoles;
import dev.assay.security.Roles;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of imports that run, some hundred at a time, through the intake and after the
 * events of others. A batch that was taken but not yet marked as done is taken again after a crash;
 * events of it are duplicates then, and profiles say the same.
 */
@ApplicationScoped
class RunImports {
  private static final Logger LOG = Logger.getLogger(RunImports.class);
  private static final int BATCH = 500;
  private static final long A_MOMENT = Duration.ofMillis(100).toNanos();

  /** How long a file waits that nobody starts, and how long errors are kept. */
  private static final Duration FILE_WAITS = Duration.ofDays(7);

  private static final Duration ERRORS_STAY = Duration.ofDays(30);

  private static final String FORGET =
      """
      DELETE FROM csv_import
      WHERE state IN ('draft', 'cancelled') AND coalesce(finished_at, created_at) < ?
          OR state = 'done' AND finished_at < ?
      """;

  private final AgroalDataSource database;
  private final Imports imports;
  private final HoldImport hold;
  private final TakeLines take;
  private final KeyRoles keys;
  private final GiveWay giveWay;
  private final Clock clock;

  RunImports(
      AgroalDataSource database,
      Imports imports,
      HoldImport hold,
      TakeLines take,
      KeyRoles keys,
      GiveWay giveWay,
      Clock clock) {
    this.database = database;
    this.imports = imports;
    this.hold = hold;
    this.take = take;
    this.keys = keys;
    this.giveWay = giveWay;
    this.clock = clock;
  }

  @Scheduled(
      every = "1h",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void forget() throws SQLException {
    imports.execute(
        FORGET,
        Imports.time(clock.instant().minus(FILE_WAITS)),
        Imports.time(clock.instant().minus(ERRORS_STAY)));
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void run() {
    try {
      for (Import next = hold.hold(); next != null; next = hold.hold()) {
        if (!run(next)) {
          return;
        }
      }
    } catch (SQLException | IOException | UnreadableCsv | RuntimeException failure) {
      LOG.warn("An import stopped, to go on in a moment", new WithoutMessage(failure));
    }
  }

  /** Does what is left of an import; false when the service is stopping. */
  private boolean run(Import one) throws SQLException, IOException, UnreadableCsv {
    ReadLine read = new ReadLine(one.mapping(), one.header(), one.digest());
    boolean outcomes = keys.hasRole(one.createdBy(), Roles.SALES);
    try (ReadCsv csv = new ReadCsv(FileParts.open(database, one.id()))) {
      for (long done = 0; done < one.position() && csv.next() != null; done++) {}
      for (List<Line> lines = next(csv, read); !lines.isEmpty(); lines = next(csv, read)) {
        long begun = System.nanoTime();
        List<TakeLines.Answer> answers = take(one, lines, outcomes);
        if (answers == null) {
          return true;
        }
        long worked = System.nanoTime() - begun;
        boolean stopping = !giveWay.after(worked);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (!hold.step(one.id(), answers, took)) {
          return true;
        }
        if (stopping) {
          hold.leave(one.id());
          return false;
        }
      }
      hold.done(one.id());
      return true;
    }
  }

  /** Takes the lines as soon as there is room; null when the import was cancelled meanwhile. */
  private @Nullable List<TakeLines.Answer> take(Import one, List<Line> lines, boolean outcomes)
      throws SQLException {
    List<TakeLines.Answer> answers = take.take(one.mapping().kind(), lines, outcomes);
    while (answers == null && hold.keep(one.id())) {
      LockSupport.parkNanos(A_MOMENT);
      answers = take.take(one.mapping().kind(), lines, outcomes);
    }
    return answers;
  }

  private static List<Line> next(ReadCsv csv, ReadLine read) throws IOException, UnreadableCsv {
    List<Line> lines = new ArrayList<>(BATCH);
    while (lines.size() < BATCH) {
      ReadCsv.Row row = csv.next();
      if (row == null) {
        break;
      }
      lines.add(read.read(row));
    }
    return lines;
  }
}
