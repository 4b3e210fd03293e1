package dev.assay.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/** A real PostgreSQL whose data stay in a folder of ours over restarts. */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final int ANY_PORT = 0;
  private static final int PORT_LINE = 3;

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server. One that a killed process left running on these data is taken over.
   *
   * @throws IOException if it does not start
   * @throws IllegalStateException if another process uses the folder
   */
  public static EmbeddedDatabase start(Path data) throws IOException {
    Files.createDirectories(data);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(runningPort(data))
            // The library is made for tests and trades safety for speed; what we acknowledge is
            // safe.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            // Else a hook of its own would stop the server before accepted work is finished.
            .setRegisterShutdownHook(false)
            .start();
    LOG.infof("Embedded PostgreSQL runs on port %d, data in %s", server.getPort(), data);
    return new EmbeddedDatabase(server);
  }

  /** Where to connect, as user postgres; from this machine only. */
  public String jdbcUrl() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** The port of a server that still runs on the data, or any free one. */
  private static int runningPort(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
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
      return ANY_PORT;
    }
  }
}
