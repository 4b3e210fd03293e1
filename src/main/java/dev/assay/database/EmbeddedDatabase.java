package dev.assay.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** A real PostgreSQL whose data stay in a folder of ours over restarts. */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final int ANY_PORT = 0;
  private static final int PORT_LINE = 3;

  /** A number that no process has. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  private static final Duration RECOVERY = Duration.ofMinutes(3);

  /** The checkpoint at the end writes what is only in memory, up to all of the shared buffers. */
  private static final Duration LAST_CHECKPOINT = Duration.ofMinutes(1);

  private final EmbeddedPostgres server;
  private final Path pidFile;

  private EmbeddedDatabase(EmbeddedPostgres server, Path pidFile) {
    this.server = server;
    this.pidFile = pidFile;
  }

  /**
   * Starts the server. One that a killed process left running on these data is taken over.
   *
   * @throws IOException if it does not start
   * @throws IllegalStateException if another process uses the folder
   */
  public static EmbeddedDatabase start(Path data) throws IOException {
    Files.createDirectories(data);
    return new EmbeddedDatabase(launch(data, runningPort(data)), pidFile(data));
  }

  private static EmbeddedPostgres launch(Path data, int port) throws IOException {
    try {
      EmbeddedPostgres server = builder(data, port).start();
      LOG.infof("Embedded PostgreSQL runs on port %d, data in %s", server.getPort(), data);
      return server;
    } catch (IllegalStateException refused) {
      if (!String.valueOf(refused.getMessage()).startsWith("could not lock")) {
        throw refused;
      }
      throw new IllegalStateException(
          "Another Assay runs on the data in %s. Stop it, or give this one a folder of its own with"
                  .formatted(data)
              + " ASSAY_DATABASE_DIRECTORY, or let both use one server with"
              + " QUARKUS_DATASOURCE_JDBC_URL.",
          refused);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data, int port) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        // The library is made for tests and trades safety for speed; what we acknowledge is
        // safe.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "2GB")
        // Else a hook of its own would stop the server before accepted work is finished.
        .setRegisterShutdownHook(false)
        // After a crash it first has to read up to max_wal_size again.
        .setPGStartupWait(RECOVERY);
  }

  /** Where to connect, as user postgres; from this machine only. */
  public String jdbcUrl() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Stops the server and waits until it has; the library itself gives up after five seconds. */
  @Override
  public void close() throws IOException {
    server.close();
    long patience = System.nanoTime() + LAST_CHECKPOINT.toNanos();
    while (Files.exists(pidFile) && System.nanoTime() < patience) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    if (Files.exists(pidFile)) {
      LOG.warnf("PostgreSQL had not stopped after %s", LAST_CHECKPOINT);
    }
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }

  /**
   * Makes sure that a server which was killed does not keep a new one from starting: PostgreSQL
   * looks only whether there is a process of its number, and that may be a dead one nobody has
   * looked after, or quite another one. The rest of the file stays, by which PostgreSQL recognises
   * processes of its own that are left.
   */
  private static void disownDead(Path pidFile, List<String> lines) throws IOException {
    boolean runs =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .flatMap(process -> process.info().command())
            .filter(command -> command.contains("postgres"))
            .isPresent();
    if (!runs) {
      LOG.info("PostgreSQL was killed; it recovers what was committed");
      List<String> disowned = new ArrayList<>(lines);
      disowned.set(0, NOBODY);
      Files.write(pidFile, disowned);
    }
  }

  /** The port of a server that still runs on the data, or any free one. */
  private static int runningPort(Path data) throws IOException {
    Path pidFile = pidFile(data);
    if (!Files.exists(pidFile)) {
      return ANY_PORT;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() <= PORT_LINE) {
      return ANY_PORT;
    }
    int port = Integer.parseInt(lines.get(PORT_LINE).strip());
    try (Socket running = new Socket(InetAddress.getLoopbackAddress(), port)) {
      LOG.infof("PostgreSQL was left running on port %d; taking it over", running.getPort());
      return port;
    } catch (IOException nobodyListens) {
      disownDead(pidFile, lines);
      return ANY_PORT;
    }
  }
}
