package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be chosen, beside the same question put plainly. */
@QuarkusTest
class RankingValuesTest {
  private static final String ADD =
      """
      INSERT INTO lead (lead, created_at, stage, grade, band, owner)
      SELECT ?::text || '-' || i, now(), (ARRAY['MQL', 'SQL'])[1 + i % 3],
          (ARRAY['A', 'B', 'D'])[1 + i % 4], (ARRAY['hot', 'warm', 'cold'])[1 + i % 5],
          CASE WHEN i % 7 > 0 THEN 'owner ' || i % 7 END
      FROM generate_series(1, 420) AS i
      """;

  @Inject RankingValues values;
  @Inject Tables tables;
  @Inject AgroalDataSource database;

  private final String family = Assay.newLead();

  /** They are not in the logs, which other tests would stumble over. */
  @AfterEach
  void forget() throws Exception {
    tables.execute("DELETE FROM lead WHERE lead LIKE ?", family + "%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "grade", "band", "owner"})
  void allThatLeadsHave(String field) throws Exception {
    tables.execute(ADD, family);
    assertThat(values.all().get(field)).isNotEmpty().isEqualTo(plainly(field));
  }

  private List<String> plainly(String field) throws Exception {
    List<String> found = new ArrayList<>();
    String sql = "SELECT DISTINCT %1$s FROM lead WHERE %1$s <> '' ORDER BY %1$s".formatted(field);
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }
}
