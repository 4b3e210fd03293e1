package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadTextsTest {

  /** So many that a sample holds few of them, each fourth with a text of its own. */
  private static final String ADD =
      """
      INSERT INTO lead_text
      SELECT ?::text || i, ?::text || i || CASE WHEN i % 4 = 0 THEN ' quarter ' ELSE ' others ' END
          || repeat('x', 200)
      FROM generate_series(1, 20000) AS i
      """;

  @Inject LeadTexts texts;
  @Inject Tables tables;

  private final String family = Assay.newLead();

  @AfterEach
  void forget() throws Exception {
    tables.execute("DELETE FROM lead_text WHERE lead LIKE ?", family + "%");
  }

  @Test
  void aSampleTellsHowManyHaveAText() throws Exception {
    tables.execute(ADD, family, family);
    String quarter = "%" + family + "%QUARTER%";
    double exact =
        Double.parseDouble(tables.rows("SELECT (5000.0 / count(*))::text FROM lead_text").get(0));

    double share =
        DoubleStream.generate(() -> share(quarter)).limit(9).sorted().skip(4).findFirst().orElse(0);

    assertThat(share).isCloseTo(exact, withinPercentage(50));
    assertThat(texts.share(LeadTexts.pattern(family + "nobody"))).isZero();
  }

  @Test
  void patternsHaveNoWildcards() throws Exception {
    tables.execute("INSERT INTO lead_text VALUES (?, 'a%b_c\\d')", family);

    assertThat(texts.find(LeadTexts.pattern("A%B_C\\D"), 2)).contains(family);
    assertThat(texts.find(LeadTexts.pattern("a_b"), 100)).doesNotContain(family);
    assertThat(texts.find(LeadTexts.pattern("a%c"), 100)).doesNotContain(family);
  }

  private double share(String pattern) {
    try {
      return texts.share(pattern);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
