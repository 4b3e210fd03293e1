package dev.assay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every combination of filters, beside the same question put plainly. */
@QuarkusTest
class RankingFiltersTest {
  private static final int LIMIT = 20;
  private static final String ADD =
      """
      INSERT INTO lead (lead, created_at, score, engagement, fit, stage, grade, band, owner, stage_since,
          last_activity_at, assessed_at, ruleset)
      SELECT ?::text || '-' || i, now(), i %% 7 - 3, i %% 2, 1, (ARRAY['MQL', 'SQL'])[1 + i %% 3],
          (ARRAY['A', 'B', 'D'])[1 + i %% 4], (ARRAY['hot', 'warm', 'cold'])[1 + i %% 4],
          CASE WHEN i %% 5 > 1 THEN 'o-' || ?::text END, now(),
          CASE WHEN i %% 6 > 0 THEN now() - i * interval '1 day' END, now(),
          (SELECT ruleset FROM ruleset_publication ORDER BY sequence DESC LIMIT 1)
      FROM generate_series(1, %d) AS i
      """;

  @Inject Ranking ranking;
  @Inject Tables tables;

  private final String family = Assay.newLead();
  private final String others = Assay.newLead();

  @BeforeEach
  void leadsOfAllPlaces() throws Exception {
    tables.execute(ADD.formatted(200), family, family);
  }

  /** They are not in the logs, which other tests would stumble over. */
  @AfterEach
  void forget() throws Exception {
    tables.execute("DELETE FROM lead WHERE lead LIKE ?", family + "%");
    tables.execute("DELETE FROM lead WHERE lead LIKE ?", others + "%");
  }

  @Test
  void anyFiltersTogetherGiveTheirLeadsBestFirst() throws Exception {
    for (String stage : values("none", "MQL", "SQL", "nowhere")) {
      for (String grade : values("none", "A", "D")) {
        for (String band : values("none", "hot", "cold")) {
          for (String owner : values("none", "o-" + family, "nobody")) {
            compare(new RankingFilter(null, stage, band, grade, owner, null));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void viewsGiveTheirLeadsBestFirst(SavedView view) throws Exception {
    compare(new RankingFilter(view, null, null, null, null, null));
    compare(new RankingFilter(view, "MQL", null, "A", null, null));
    compare(new RankingFilter(view, null, null, null, "o-" + family, null));
    compare(new RankingFilter(view, null, "hot", null, "none", family));
  }

  /** From 10,001 on they are too many to be sorted. */
  @ParameterizedTest
  @ValueSource(ints = {10_000, 10_001})
  void manyLeadsOfATextAreRankedLikeFew(int leads) throws Exception {
    tables.execute("DELETE FROM lead WHERE lead LIKE ?", family + "%");
    tables.execute(ADD.formatted(leads), family, family);

    compareThoseOfTheText();
  }

  /** Those that are read first have another text, so that they do not make a page. */
  @ParameterizedTest
  @ValueSource(ints = {10_000, 10_001})
  void manyLeadsOfATextAreFoundFarDown(int leads) throws Exception {
    tables.execute("DELETE FROM lead WHERE lead LIKE ?", family + "%");
    tables.execute(ADD.formatted(leads), family, family);
    tables.execute(ADD.formatted(leads), others, family);
    tables.execute("UPDATE lead SET score = score + 100 WHERE lead LIKE ?", others + "%");

    compareThoseOfTheText();
  }

  private void compareThoseOfTheText() {
    compare(new RankingFilter(null, null, null, null, null, family));
    compare(new RankingFilter(null, "MQL", null, "A", null, family));
    compare(new RankingFilter(null, null, null, null, "o-" + family, family));
  }

  private static List<@Nullable String> values(String... values) {
    List<@Nullable String> all = new ArrayList<>(Arrays.asList(values));
    all.add(null);
    return all;
  }

  /** The first page, and the one after its middle. */
  private void compare(RankingFilter filter) {
    await()
        .pollDelay(Duration.ZERO)
        .untilAsserted(
            () -> {
              List<RankedLead> page = ranking.page(filter, null, LIMIT);
              assertThat(keys(page)).as("%s", filter).isEqualTo(plainly(filter, null));
              if (!page.isEmpty()) {
                RankCursor middle = RankCursor.after(page.get(page.size() / 2));
                assertThat(keys(ranking.page(filter, middle, LIMIT)))
                    .as("%s after %s", filter, middle)
                    .isEqualTo(plainly(filter, middle));
              }
            });
  }

  private static List<String> keys(List<RankedLead> page) {
    return page.stream().map(RankedLead::lead).toList();
  }

  private List<String> plainly(RankingFilter filter, @Nullable RankCursor after) throws Exception {
    StringBuilder sql = new StringBuilder("SELECT lead FROM lead WHERE true");
    List<Object> values = new ArrayList<>();
    equal(sql, values, "stage", filter.stage());
    equal(sql, values, "grade", filter.grade());
    equal(sql, values, "band", filter.band());
    equal(sql, values, "owner", filter.owner());
    if (filter.text() != null) {
      sql.append(" AND lead LIKE ?");
      values.add(filter.text() + "%");
    }
    if (filter.view() != null) {
      sql.append(
          switch (filter.view()) {
            case HOT_UNASSIGNED -> " AND band = 'hot' AND owner IS NULL";
            case NEW_IN_TOP_STAGE ->
                " AND stage = 'SQL' AND stage_since > now() - interval '7 days'";
            case COOLING_DOWN ->
                " AND stage IS NOT NULL AND last_activity_at < now() - interval '14 days'";
            case GOOD_ON_PAPER -> " AND never_active AND engagement = 0 AND fit > 0";
          });
    }
    if (after != null) {
      sql.append(" AND (score < ? OR score = ? AND lead > ?)");
      values.addAll(List.of(after.score(), after.score(), after.lead()));
    }
    sql.append(" ORDER BY score DESC, lead LIMIT ").append(LIMIT);
    return tables.rows(sql.toString(), values.toArray());
  }

  private static void equal(
      StringBuilder sql, List<Object> values, String column, @Nullable String value) {
    if ("none".equals(value)) {
      sql.append(" AND ").append(column).append(" IS NULL");
    } else if (value != null) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }
}
