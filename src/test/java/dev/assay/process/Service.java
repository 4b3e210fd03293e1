package dev.assay.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged service, run as {@code java -jar} with a folder of its own for all it keeps. */
public final class Service implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

  /** The role that the service connects with to its embedded database. */
  public static final String DATABASE_USER = "assay";

  private final Path folder;
  private final Map<String, String> environment;
  private final int port;
  private Process process;

  private Service(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    this.port = freePort();
    this.process = launch();
  }

  /** A new folder under target/. */
  public static Path folder(String name) throws IOException {
    Files.createDirectories(Path.of("target/services"));
    return Files.createTempDirectory(Path.of("target/services"), name).toAbsolutePath();
  }

  /** Starts it and returns at once. */
  static Service launch(Path folder, Map<String, String> environment) {
    return new Service(folder, environment);
  }

  /** Starts it and waits until it is ready. */
  public static Service start(Path folder, Map<String, String> environment) {
    Service service = launch(folder, environment);
    service.awaitReady();
    return service;
  }

  /** Starts several on one database: the first alone, as it makes the key that all of them take. */
  static List<Service> start(int number, Path folder, Map<String, String> environment)
      throws IOException {
    List<Service> services = new ArrayList<>(List.of(start(folder, environment)));
    try {
      while (services.size() < number) {
        services.add(launch(folder(folder.getFileName() + "-"), environment));
      }
      services.forEach(Service::awaitReady);
      return services;
    } catch (RuntimeException | IOException failed) {
      services.forEach(Service::close);
      throw failed;
    }
  }

  public void restart() {
    process = launch();
    awaitReady();
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!environment.containsKey("JAVA_TOOL_OPTIONS")) {
      command.add("-XX:TieredStopAtLevel=1"); // it lives for some seconds; benchmarks set their own
    }
    command.addAll(
        List.of(
            "-Dquarkus.http.port=" + port,
            "-Dassay.database.directory=" + database(),
            "-Dassay.security.admin-key-file=" + folder.resolve("admin.key"),
            "-Dassay.webhook.encryption-key-file=" + folder.resolve("webhook.key"),
            "-jar",
            JAR.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .failFast("The service ended, see the log in " + folder, () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () ->
                ((HttpURLConnection) uri().resolve("/q/health/ready").toURL().openConnection())
                        .getResponseCode()
                    == 200);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Where it keeps its files and its log. */
  Path folder() {
    return folder;
  }

  public String key() throws IOException {
    return Files.readString(folder.resolve("admin.key")).strip();
  }

  public Path database() {
    return folder.resolve("postgresql");
  }

  /** Looks into the embedded database. */
  public Connection connect() throws IOException, SQLException {
    return DriverManager.getConnection(databaseUrl(), DATABASE_USER, databasePassword());
  }

  /** Where its embedded database is. */
  String databaseUrl() throws IOException {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(databasePort());
  }

  /** The password of {@link #DATABASE_USER}. */
  public String databasePassword() throws IOException {
    return Files.readString(database().resolve("assay/password")).strip();
  }

  int databasePort() throws IOException {
    return Integer.parseInt(
        Files.readAllLines(database().resolve("postmaster.pid")).get(3).strip());
  }

  /** As the machine does when memory is short. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a power cut does: the service and all processes of its database are gone. */
  void killWithDatabase() throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
    await().until(() -> all.stream().noneMatch(Service::runs));
  }

  /** A killed process whose parent is gone stays in the list until someone looks after it. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(database().resolve("postmaster.pid")).get(0));
    return ProcessHandle.of(pid).orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to stop, as {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("still runs:\n" + log());
    }
    return process.exitValue();
  }

  public String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The lines of the log that are complete. */
  Stream<String> lines() {
    String log = log();
    return log.substring(0, log.lastIndexOf('\n') + 1).lines();
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
