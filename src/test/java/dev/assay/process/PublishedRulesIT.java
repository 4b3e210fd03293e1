package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Poster;
import dev.assay.ruleset.Drafts;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Three processes on one database follow what is published, and share the work that comes of it.
 */
class PublishedRulesIT {
  private static final Logger LOG = Logger.getLogger(PublishedRulesIT.class);
  private static final int LEADS = 60_000;
  private static final int POINTS = 60;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void allFollowWithinSecondsAndFinishTheWorkOfOneThatIsKilled() throws Exception {
    try (Service first = Service.start(Service.folder("first"), Map.of())) {
      Map<String, String> database =
          Map.of(
              "QUARKUS_DATASOURCE_JDBC_URL",
              first.databaseUrl(),
              "QUARKUS_DATASOURCE_USERNAME",
              Service.DATABASE_USER,
              "QUARKUS_DATASOURCE_PASSWORD",
              first.databasePassword());
      try (Service second = Service.launch(Service.folder("second"), database);
          Service third = Service.launch(Service.folder("third"), database);
          Connection connection = first.connect()) {
        manyLeads(first, connection);
        second.awaitReady();
        third.awaitReady();
        int number = draft(first);

        publish(first, number);

        long published = System.nanoTime();
        await()
            .atMost(Duration.ofSeconds(5))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> live(second) == number && live(third) == number && live(first) == number);
        long followed = System.nanoTime();
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(10))
            .until(() -> remaining(connection, number) < LEADS);
        third.kill();
        long left = remaining(connection, number);
        await().atMost(Duration.ofMinutes(3)).until(() -> remaining(connection, number) == 0);
        LOG.infof(
            "Three followed in %d ms; %d leads were left when one was killed, all done after %d s",
            (followed - published) / 1_000_000,
            left,
            (System.nanoTime() - published) / 1_000_000_000);

        assertThat(left).isPositive();
        assertThat(count(connection, "SELECT count(*) FROM lead WHERE score <> " + POINTS))
            .isZero();
        assertThat(
                count(
                    connection,
                    "SELECT count(*) FROM (SELECT FROM score_change WHERE ruleset = %d GROUP BY lead HAVING count(*) > 1) AS twice"
                        .formatted(number)))
            .isZero();
        assertThat(count(connection, "SELECT count(*) FROM stage_change WHERE ruleset = " + number))
            .isEqualTo(LEADS);
      }
    }
  }

  /** As many copies of one that asked for a demo. */
  private static void manyLeads(Service service, Connection connection) throws Exception {
    String demo = "{\"id\":\"e\",\"lead\":\"l\",\"type\":\"demo_request\"}";
    Poster poster = new Poster(service.key());
    poster.post(service.uri(), List.of(demo), 1);
    assertThat(poster.answers()).containsValue("accepted");
    try (Statement copy = connection.createStatement()) {
      copy.execute(
          """
          INSERT INTO lead (lead, profile, activities, awards, score, fit, engagement, grade, band,
              stage, stage_since, owner, ruleset, assessed_at, next_review_at, last_activity_at,
              score_changes, stage_changes, created_at)
          SELECT lead || n, profile, activities, awards, score, fit, engagement, grade, band,
              stage, stage_since, owner, ruleset, assessed_at, next_review_at, last_activity_at,
              score_changes, stage_changes, created_at
          FROM lead, generate_series(2, %d) AS n
          """
              .formatted(LEADS));
    }
  }

  private int draft(Service service) throws Exception {
    HttpRequest.Builder upload =
        HttpRequest.newBuilder(service.uri().resolve("/v1/rulesets"))
            .header("Authorization", "Bearer " + service.key())
            .header("Content-Type", Drafts.XLSX)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Drafts.sound(POINTS)));
    return call(upload).getInt("number");
  }

  private void publish(Service service, int number) throws Exception {
    URI publish = service.uri().resolve("/v1/rulesets/%d/publish".formatted(number));
    HttpRequest.Builder call =
        HttpRequest.newBuilder(publish)
            .header("Authorization", "Bearer " + service.key())
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(call(call).getString("state")).isEqualTo("live");
  }

  private int live(Service service) throws Exception {
    HttpRequest.Builder ready =
        HttpRequest.newBuilder(service.uri().resolve("/q/health/ready")).GET();
    return call(ready).getInt("checks.find { it.name == 'rules' }.data.ruleset");
  }

  private JsonPath call(HttpRequest.Builder request) throws Exception {
    String body = http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    return JsonPath.from(body);
  }

  private static long remaining(Connection connection, int ruleset) throws SQLException {
    return count(connection, "SELECT count(*) FROM lead WHERE ruleset <> " + ruleset);
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
