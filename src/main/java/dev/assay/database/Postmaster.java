package dev.assay.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** What postmaster.pid in a data folder tells of the server that runs on it, or did. */
final class Postmaster {
  private static final Logger LOG = Logger.getLogger(Postmaster.class);
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** A number that no process has. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  private final Path data;
  private final List<String> lines;

  private Postmaster(Path data, List<String> lines) {
    this.data = data;
    this.lines = lines;
  }

  /** The server that the folder names, if there is one that runs. */
  static Optional<Postmaster> running(Path data) throws IOException {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Postmaster named = new Postmaster(data, lines);
    if (lines.isEmpty()) {
      return Optional.empty(); // PostgreSQL says what to do then
    }
    if (named.process().isPresent()) {
      return Optional.of(named);
    }
    named.disown();
    return Optional.empty();
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Negative in the file where PostgreSQL was started for a single user, to set up roles. */
  private long number() {
    return Long.parseLong(lines.get(0).strip());
  }

  boolean servesSingleUser() {
    return number() < 0;
  }

  /** 0 while it has none yet. */
  int port() {
    return lines.size() <= PORT_LINE ? 0 : Integer.parseInt(lines.get(PORT_LINE).strip());
  }

  /** The process, if it runs and is the one that the file means: numbers are given again. */
  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(Math.abs(number())).filter(this::runsOnTheData);
  }

  private boolean runsOnTheData(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    // A process that ended, but that nobody has looked after, has no command any more.
    return info.command().filter(command -> command.contains("postgres")).isPresent()
        && info.arguments().map(this::nameTheData).orElse(true);
  }

  private boolean nameTheData(String... arguments) {
    for (String argument : arguments) {
      try {
        if (argument.equals(data.toString()) || Files.isSameFile(Path.of(argument), data)) {
          return true;
        }
      } catch (IOException | InvalidPathException noFolder) {
        continue;
      }
    }
    return false;
  }

  /** Whether it was started by this program, with these arguments and no others. */
  boolean wasStartedWith(Path program, List<String> arguments) throws IOException {
    Path file = data.resolve("postmaster.opts");
    return Files.exists(file)
        && Files.readString(file)
            .strip()
            .equals("%s \"%s\"".formatted(program, String.join("\" \"", arguments)));
  }

  /** Waits until it takes connections; false if it ends instead, or not in time. */
  boolean awaitReady(Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until && process().isPresent() && Files.exists(file(data))) {
      List<String> now = Files.readAllLines(file(data));
      if (now.size() > STATUS_LINE && now.get(STATUS_LINE).strip().equals("ready")) {
        return true;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return false;
  }

  /** Waits until it has ended; false if it does not in time. */
  boolean awaitEnd(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    while (process().isPresent() && System.nanoTime() < until) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return process().isEmpty();
  }

  /**
   * Makes sure that a server which was killed does not keep a new one from starting: PostgreSQL
   * looks only whether there is a process of its number, and that may be a dead one nobody has
   * looked after, or quite another one. The rest of the file stays, by which PostgreSQL recognises
   * processes of its own that are left.
   */
  private void disown() throws IOException {
    LOG.info("PostgreSQL was killed; it recovers what was committed");
    List<String> disowned = new ArrayList<>(lines);
    disowned.set(0, NOBODY);
    Files.write(file(data), disowned);
  }
}
