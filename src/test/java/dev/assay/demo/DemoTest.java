package dev.assay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoTest {
  @Inject Tables tables;

  @AfterEach
  void nothingIsLeft() throws Exception {
    admin().delete("/v1/demo").then().statusCode(202);
    await().atMost(Duration.ofSeconds(30)).until(() -> state().equals("none"));
    assertThat(count("SELECT count(*) FROM lead WHERE lead LIKE 'demo-%'")).isZero();
    assertThat(count("SELECT count(*) FROM event WHERE lead LIKE 'demo-%'")).isZero();
    assertThat(count("SELECT count(*) FROM stage_change WHERE lead LIKE 'demo-%'")).isZero();
  }

  @Test
  void demoDataIsForAnEmptyDatabaseAlone() {
    Assay.put(Assay.newLead(), "{}").statusCode(201);

    admin().get("/v1/demo").then().statusCode(200).body("state", equalTo("none"));
    admin().post("/v1/demo").then().statusCode(409).body("detail", containsString("without leads"));
    Keys.as(Keys.with("analyst", "sales", "ingest")).post("/v1/demo").then().statusCode(403);
  }

  @Test
  void leadsHaveAHistoryAsIfItHadComeInThen() throws Exception {
    // As if it had been asked for while there were no leads, and half of it was there already.
    tables.execute("INSERT INTO demo (state, total, ends_at) VALUES ('loading', 150, now())");

    await().atMost(Duration.ofSeconds(60)).until(() -> state().equals("loaded"));

    assertThat(count("SELECT count(*) FROM lead WHERE lead LIKE 'demo-%'")).isEqualTo(150);
    assertThat(count("SELECT count(DISTINCT source) FROM event WHERE lead LIKE 'demo-%'"))
        .isEqualTo(1);
    assertThat(Assay.lead("demo-0001").getBoolean("profile.attributes.demo")).isTrue();
    assertThat(
            count(
                """
                SELECT count(DISTINCT date_trunc('week', at)) FROM stage_change
                WHERE lead LIKE 'demo-%' AND to_stage = 'MQL'
                """))
        .isGreaterThan(8);
    assertThat(
            count(
                """
                SELECT count(*) FROM stage_change m JOIN stage_change s USING (lead)
                WHERE lead LIKE 'demo-%' AND m.to_stage = 'MQL' AND s.to_stage = 'SQL' AND s.at > m.at
                """))
        .isPositive();
    assertThat(
            count(
                "SELECT count(*) FROM event WHERE lead LIKE 'demo-%' AND received_at < occurred_at"))
        .isZero();
    assertThat(count("SELECT count(*) FROM message WHERE lead LIKE 'demo-%'")).isZero();
  }

  private int count(String sql) throws Exception {
    return tables.count(sql);
  }

  private static String state() {
    return admin().get("/v1/demo").then().statusCode(200).extract().path("state");
  }

  private static RequestSpecification admin() {
    return Keys.as(Keys.admin());
  }
}
