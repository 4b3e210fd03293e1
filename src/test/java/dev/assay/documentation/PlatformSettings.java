package dev.assay.documentation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The settings of Quarkus that people need first. Our own defaults come before those of Quarkus.
 */
final class PlatformSettings {
  private static final List<Setting> NEEDED =
      List.of(
          new Setting(
              "quarkus.datasource.jdbc.url",
              "text",
              "",
              "A PostgreSQL of yours, such as `jdbc:postgresql://db:5432/assay`. Without it the service starts its own."),
          new Setting(
              "quarkus.datasource.username", "text", "", "Who the service is at that database."),
          new Setting("quarkus.datasource.password", "text", "", "The password of that user."),
          new Setting(
              "quarkus.datasource.jdbc.max-size",
              "number",
              "",
              "Connections to the database at most."),
          new Setting(
              "quarkus.http.host",
              "text",
              "",
              "The address to listen on; `0.0.0.0` lets other machines in."),
          new Setting("quarkus.http.port", "number", "8080", "The port to listen on."),
          new Setting(
              "quarkus.http.limits.max-body-size",
              "size",
              "",
              "The largest body of a call. Files have a limit of their own, `assay.imports.largest-file`."),
          new Setting(
              "quarkus.shutdown.timeout",
              "duration",
              "",
              "How long calls that were taken may last after the service is told to stop."),
          new Setting(
              "quarkus.mailer.from",
              "text",
              "",
              "The sender of mails; see [mail](targets.md#mail)."),
          new Setting("quarkus.mailer.host", "text", "localhost", "The mail server."),
          new Setting(
              "quarkus.log.console.json.enabled",
              "true or false",
              "",
              "Whether log lines are JSON; see [logs](logs.md)."),
          new Setting("quarkus.otel.sdk.disabled", "true or false", "", "`false` sends traces."),
          new Setting(
              "quarkus.otel.exporter.otlp.endpoint",
              "text",
              "http://localhost:4317",
              "Where traces go."));

  private PlatformSettings() {}

  static Stream<Setting> all() throws IOException {
    Properties ours = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      ours.load(file);
    }
    return NEEDED.stream()
        .map(
            setting ->
                new Setting(
                    setting.property(),
                    setting.type(),
                    ours.getProperty(setting.property(), setting.value()),
                    setting.meaning()));
  }
}
