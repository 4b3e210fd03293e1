package dev.assay;

import dev.assay.database.EmbeddedDatabase;
import dev.assay.database.PrivateFolder;
import dev.assay.http.GuardConnections;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the service, with a database of its own unless one is configured. */
@QuarkusMain
public final class Assay {
  private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
  private static final Path DATA = Path.of("data");

  private Assay() {}

  public static void main(String... args) throws IOException {
    GuardConnections.enable();
    SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultSources().build();
    if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
      Quarkus.run(args);
      return;
    }
    EmbeddedDatabase database = EmbeddedDatabase.start(folder(config).toAbsolutePath());
    System.setProperty(JDBC_URL, database.jdbcUrl());
    System.setProperty("quarkus.datasource.username", database.user());
    System.setProperty("quarkus.datasource.password", database.password());
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(database, finished), "database-stop"));
    Quarkus.run(
        null,
        (code, failure) -> {
          if (failure != null) {
            Logger.getLogger(Assay.class).error("The service could not start", failure);
          }
          finished.countDown();
          System.exit(code);
        },
        args);
  }

  /** Where the database's files are; the folder of keys and all else is closed to others. */
  private static Path folder(SmallRyeConfig config) throws IOException {
    Optional<String> chosen = config.getOptionalValue("assay.database.directory", String.class);
    return chosen.isPresent()
        ? Path.of(chosen.get())
        : PrivateFolder.make(DATA).resolve("postgresql");
  }

  /**
   * Stops the server once all accepted work is finished. In a shutdown hook, because the process
   * ends as soon as all hooks have run, whatever this class is doing.
   */
  private static void stop(EmbeddedDatabase database, CountDownLatch finished) {
    try {
      finished.await(LONGEST_FINISH.toSeconds(), TimeUnit.SECONDS);
      database.close();
    } catch (InterruptedException inAHurry) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** More than the service gives its requests to finish. */
  private static final Duration LONGEST_FINISH = Duration.ofMinutes(1);
}
