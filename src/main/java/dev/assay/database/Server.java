package dev.assay.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts and stops PostgreSQL on the data. */
record Server(Path data, Programs programs) {
  private static final Logger LOG = Logger.getLogger(Server.class);

  /** After a crash it first has to read up to max_wal_size again. */
  private static final Duration RECOVERY = Duration.ofMinutes(3);

  /** The checkpoint at the end writes what is only in memory, up to all of the shared buffers. */
  private static final Duration LAST_CHECKPOINT = Duration.ofMinutes(1);

  /** By how much pg_ctl gives up before us, so that it can say what it waited for. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=300",
          "timezone=UTC",
          // What we acknowledge is safe.
          "fsync=on",
          "synchronous_commit=on",
          "shared_buffers=256MB",
          "max_wal_size=2GB",
          // What is wrong with a statement is told to its caller. Here it could quote a person.
          "log_min_messages=log",
          "log_min_error_statement=panic");

  /**
   * Starts it on a free port.
   *
   * @return the port
   * @throws IOException if it does not start; with its reason
   */
  int start() throws IOException {
    int port = freePort();
    // A process group of its own, which pg_ctl gives it: so Ctrl-C stops the service first.
    control("start", RECOVERY, "-o", String.join(" ", options(port)));
    return port;
  }

  /** Stops it, once it has written everything; what its clients were doing is rolled back. */
  void stop() throws IOException {
    control("stop", LAST_CHECKPOINT, "-m", "fast");
  }

  /**
   * Takes over a server that a killed service left running, if it is one as we would start it; else
   * has it stopped.
   *
   * @return whether it may be used
   */
  boolean takeOver(Postmaster left, boolean usable) throws IOException {
    if (left.servesSingleUser()) {
      // It ends by itself: nobody is there any more who could tell it what to do.
      left.awaitEnd(RECOVERY);
      return false;
    }
    if (usable && wasStartedAsNow(left) && left.awaitReady(RECOVERY)) {
      LOG.infof("PostgreSQL was left running on port %d; taking it over", left.port());
      return true;
    }
    LOG.info("PostgreSQL was left running by another version; stopping it");
    stop();
    return false;
  }

  private boolean wasStartedAsNow(Postmaster left) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
    arguments.addAll(options(left.port()));
    return left.wasStartedWith(programs.binaries().program("postgres"), arguments);
  }

  private static List<String> options(int port) {
    List<String> options = new ArrayList<>(List.of("-p", String.valueOf(port)));
    SETTINGS.forEach(setting -> options.addAll(List.of("-c", setting)));
    return options;
  }

  private void control(String action, Duration patience, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-w", "-t"));
    arguments.add(String.valueOf(patience.toSeconds()));
    arguments.addAll(List.of(more));
    arguments.add(action);
    programs.run("pg_ctl", arguments, "", patience.plus(MARGIN));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
