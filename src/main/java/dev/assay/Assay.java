package dev.assay;

import dev.assay.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Starts the service, with a database of its own unless one is configured. */
@QuarkusMain
public final class Assay {
  private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

  private Assay() {}

  public static void main(String... args) throws IOException {
    SmallRyeConfig config = new SmallRyeConfigBuilder().addDefaultSources().build();
    if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
      Quarkus.run(args);
      return;
    }
    Path data =
        Path.of(
            config
                .getOptionalValue("assay.database.directory", String.class)
                .orElse("data/postgresql"));
    EmbeddedDatabase database = EmbeddedDatabase.start(data.toAbsolutePath());
    System.setProperty(JDBC_URL, database.jdbcUrl());
    Quarkus.run(
        null,
        (code, failure) -> {
          if (failure != null) {
            Logger.getLogger(Assay.class).error("The service could not start", failure);
          }
          // Only now is all accepted work finished.
          close(database);
          System.exit(code);
        },
        args);
  }

  private static void close(EmbeddedDatabase database) {
    try {
      database.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
