package dev.assay.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.pipeline.CurrentRules;
import dev.assay.security.Keys;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many callers at once, who repeat themselves. */
@QuarkusTest
class LoadTest {
  private static final int EVENTS = 10_000;
  private static final int REPEATED = 1_000;
  private static final int THREADS = 16;

  @Inject AgroalDataSource database;
  @Inject CurrentRules rules;
  @Inject Tables tables;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  @Test
  void noEventIsLostAndNoneCountsTwice() throws Exception {
    String family = Assay.newLead();
    List<String> events = new ArrayList<>(Visits.of(family, 400, EVENTS));
    events.addAll(events.subList(0, REPEATED));
    Collections.shuffle(events, new Random(7));
    Poster poster = new Poster(Keys.with("ingest", "sales"));

    poster.post(service, events, THREADS);

    assertThat(poster.answers()).hasSize(EVENTS);
    List<String> statuses = new ArrayList<>(poster.answers().values());
    statuses.addAll(poster.repeated());
    assertThat(Collections.frequency(statuses, "accepted")).isEqualTo(EVENTS);
    assertThat(Collections.frequency(statuses, "duplicate")).isEqualTo(REPEATED);
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead LIKE ?", family + "%"))
        .isEqualTo(EVENTS);
    try (Connection connection = database.getConnection()) {
      assertThat(new Replay(connection, rules.current()).differences(family + "%")).isEmpty();
    }
  }
}
