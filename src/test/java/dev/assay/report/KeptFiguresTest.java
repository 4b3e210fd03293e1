package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.client.Tables;
import dev.assay.pipeline.CurrentRules;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When figures that take a second to count are counted again; each is a process of its own. */
@QuarkusTest
class KeptFiguresTest {
  /** Far ahead, so that the service itself has nothing to count; whole, since columns round. */
  private static final Instant COUNTED =
      Instant.now().plus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  @Inject AgroalDataSource database;
  @Inject CurrentRules rules;
  @Inject ObjectMapper json;
  @Inject Tables tables;

  @BeforeEach
  void countingTookASecond() throws Exception {
    tables.execute("DELETE FROM overview");
    after(0).refresh();
    tables.execute("UPDATE overview SET took_millis = 1000");
  }

  @AfterEach
  void forget() throws Exception {
    tables.execute("DELETE FROM overview");
  }

  @Test
  void aTwentiethOfTheTimeForThoseWhoLook() throws Exception {
    assertThat(countedAgain(looked(20))).isFalse();
    assertThat(countedAgain(looked(21))).isTrue();
  }

  @Test
  void aTwoHundredthForNobody() throws Exception {
    assertThat(countedAgain(after(200))).isFalse();
    assertThat(countedAgain(after(201))).isTrue();
  }

  private KeptFigures looked(int seconds) throws Exception {
    KeptFigures kept = after(seconds);
    kept.current();
    return kept;
  }

  private KeptFigures after(int seconds) {
    Clock clock = Clock.fixed(COUNTED.plusSeconds(seconds), ZoneOffset.UTC);
    return new KeptFigures(database, rules, json, clock);
  }

  private boolean countedAgain(KeptFigures kept) throws Exception {
    kept.refresh();
    return tables.count("SELECT count(*) FROM overview WHERE took_millis = 1000") == 0;
  }
}
