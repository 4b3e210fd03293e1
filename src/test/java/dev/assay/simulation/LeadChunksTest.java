package dev.assay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.LongHistory;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadChunksTest {
  @Inject AgroalDataSource database;

  @Test
  void aLongHistoryIsTriedWhole() throws Exception {
    String lead = Assay.newLead();
    LongHistory.post(lead);
    LeadChunks chunks = new LeadChunks(database, Scope.ALL, 1, Instant.now());

    int occurrences = 0;
    for (List<SimulatedLead> some = chunks.next(); !some.isEmpty(); some = chunks.next()) {
      for (SimulatedLead one : some) {
        occurrences += one.lead().equals(lead) ? one.activities().occurrences() : 0;
      }
    }

    assertThat(occurrences).isEqualTo(LongHistory.EVENTS);
    Assay.erase(lead);
  }
}
