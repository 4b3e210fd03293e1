package dev.assay.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A PostgreSQL server apart from the service, which can be killed and started again. */
final class DatabaseServer implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;

  private DatabaseServer(Path data) throws IOException {
    this.data = data;
    this.server = launch(0);
  }

  static DatabaseServer start(Path folder) throws IOException {
    return new DatabaseServer(folder.resolve("server"));
  }

  private EmbeddedPostgres launch(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** The first column of the first row. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The first column of all rows. */
  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connect();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  /** As a power cut does. */
  void kill() throws IOException {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    Awaitility.await().until(() -> all.stream().noneMatch(Service::runs));
  }

  /** On the same port, after it was killed. */
  void restart() throws IOException {
    int port = server.getPort();
    server.close();
    // PostgreSQL would look whether there is a process of this number, dead or not.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    server = launch(port);
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
