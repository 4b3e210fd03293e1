package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Poster;
import dev.assay.client.Visits;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which database a service uses. */
class DatabaseChoiceIT {

  @Test
  void aConfiguredServerIsUsedAndNothingIsEmbedded() throws Exception {
    Path folder = Service.folder("configured");
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Service service =
            Service.start(
                folder,
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", server.getJdbcUrl("postgres", "postgres")))) {
      List<String> events = Visits.of("l", 2, 20);
      Poster poster = new Poster(service.key());

      poster.post(service.uri(), events, 2);

      assertThat(poster.answers()).hasSize(20);
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        assertThat(KilledServiceIT.stored(connection)).hasSize(20);
      }
      assertThat(service.database()).doesNotExist();
    }
  }

  @Test
  void dataAreUsedByOneServiceAtATimeAndAreSafe() throws Exception {
    Path folder = Service.folder("shared");
    try (Service first = Service.start(folder, Map.of());
        Service second = Service.launch(folder, Map.of())) {

      int exitCode = second.exitCode();

      assertThat(exitCode).isNotZero();
      assertThat(second.log())
          .contains("Another Assay runs on the data in " + first.database())
          .contains("ASSAY_DATABASE_DIRECTORY")
          .contains("QUARKUS_DATASOURCE_JDBC_URL");
      try (Connection connection = first.connect();
          Statement show = connection.createStatement();
          ResultSet setting =
              show.executeQuery(
                  "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')")) {
        assertThat(setting.next()).isTrue();
        assertThat(setting.getString(1)).isEqualTo("on on");
      }
    }
  }
}
