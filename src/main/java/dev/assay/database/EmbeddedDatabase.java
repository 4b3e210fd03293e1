package dev.assay.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL whose data stay in a folder of ours over restarts. Only who knows the password
 * gets in, over the loopback interface, as a role that owns the database and has no other rights.
 * All it runs and keeps lies in that folder, which no other account can enter.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final String WRONG_PASSWORD = "28P01";

  private final DataLock lock;
  private final Server server;
  private final int port;
  private final String password;

  private EmbeddedDatabase(DataLock lock, Server server, int port, String password) {
    this.lock = lock;
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server. One that a killed process left running on these data is taken over. So are
   * data of earlier versions, whose server let every user of the machine in.
   *
   * @param folder of the data; it is made if it is missing
   * @throws IOException if it does not start
   * @throws IllegalStateException if another process uses the folder, if another account could
   *     change it, or if something else lies in it
   */
  public static EmbeddedDatabase start(Path folder) throws IOException {
    boolean exposed = PrivateFolder.othersMayChange(folder);
    Path data = PrivateFolder.make(folder).toRealPath();
    int account = PrivateFolder.account(data);
    PrivateFolder.requireOwn(data, account);
    DataLock lock = DataLock.take(data);
    try {
      Path own = data.resolve("assay");
      exposed |= PrivateFolder.othersMayChange(own);
      PrivateFolder.requireOwn(PrivateFolder.make(own), account);
      Binaries binaries = Binaries.in(own, Archive.forThisMachine(), !exposed);
      Server server = new Server(data, new Programs(binaries, account));
      ApplicationRole role = new ApplicationRole(data, own.resolve("password"));
      int port = run(server, new Cluster(data, own), role);
      EmbeddedDatabase database = new EmbeddedDatabase(lock, server, port, role.password());
      database.logIn(role);
      LOG.infof("Embedded PostgreSQL runs on port %d, data in %s", port, data);
      return database;
    } catch (IOException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /** The port of the server, which runs then. */
  private static int run(Server server, Cluster cluster, ApplicationRole role) throws IOException {
    boolean usable = role.isSetUp() && !server.programs().binaries().fresh();
    Optional<Postmaster> left = Postmaster.running(server.data());
    if (left.isPresent() && server.takeOver(left.get(), usable)) {
      return left.get().port();
    }
    if (!cluster.exists()) {
      role.forget();
      cluster.make(server.programs());
    }
    role.setUp(server.programs());
    return server.start();
  }

  private void logIn(ApplicationRole role) throws IOException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password)) {
      connection.isValid(0);
    } catch (SQLException refused) {
      close();
      if (WRONG_PASSWORD.equals(refused.getSQLState())) {
        throw new IllegalStateException(
            "The password in %s is not that of the role %s. Delete the file: the next start sets a new password"
                .formatted(role.passwordFile(), user()),
            refused);
      }
      throw new IOException("The embedded PostgreSQL takes no connection", refused);
    }
  }

  /** Where to connect, from this machine only. */
  public String jdbcUrl() {
    // Should another process listen there once the server is gone, it is not told the password.
    return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256"
        .formatted(port, ApplicationRole.DATABASE);
  }

  /** The role to connect as. */
  public String user() {
    return ApplicationRole.NAME;
  }

  /** The role's password; not to be logged. */
  public String password() {
    return password;
  }

  /** Stops the server and waits until it has. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } finally {
      lock.close();
    }
  }
}
