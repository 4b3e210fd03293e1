package dev.assay.lead;

import dev.assay.assessment.Stages;
import dev.assay.database.Rows;
import dev.assay.pipeline.CurrentRules;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** The leads, best first, page by page. */
@ApplicationScoped
class Ranking {
  /**
   * Reading so many leads takes as long as reading the ranking until one in a hundred fills a page.
   */
  private static final int FEW = 10_000;

  /**
   * Where so many of the leads have a text, a page of them is soon read from the ranking. Leads
   * that came together lie together: one in a hundred may look like one in thirty, by the sample.
   */
  private static final double COMMON = 0.05;

  /** In how many last days a lead became new in its stage. */
  private static final int NEW = 7;

  /** After how many days without activity a lead cools down. */
  private static final int QUIET = 14;

  private final AgroalDataSource database;
  private final LeadTexts texts;
  private final CurrentRules rules;
  private final Clock clock;

  Ranking(AgroalDataSource database, LeadTexts texts, CurrentRules rules, Clock clock) {
    this.database = database;
    this.texts = texts;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The leads after the cursor.
   *
   * @return at most {@code limit}, highest score first, of equal ones by key
   */
  List<RankedLead> page(RankingFilter filter, @Nullable RankCursor after, int limit)
      throws SQLException {
    if (filter.text() == null) {
      return select(query(filter, after), limit);
    }
    String pattern = LeadTexts.pattern(filter.text());
    double share = texts.share(pattern);
    if (share > COMMON) {
      // Twice as many as it should take, in case they are not spread evenly.
      int read = (int) (2 * limit / share);
      List<RankedLead> page = select(query(filter, after).withTextAmongBest(pattern, read), limit);
      if (page.size() == limit) {
        return page;
      }
    }
    return select(withText(query(filter, after), pattern), limit);
  }

  private RankingQuery query(RankingFilter filter, @Nullable RankCursor after) {
    RankingQuery query = new RankingQuery();
    if (filter.view() != null) {
      view(query, filter.view());
    }
    place(query, "stage", filter.stage());
    place(query, "band", filter.band());
    place(query, "grade", filter.grade());
    if (filter.owner() != null) {
      query.owner(stored(filter.owner()));
    }
    if (after != null) {
      query.lead("(-score, lead) > (?, ?)", -after.score(), after.lead());
    }
    return query;
  }

  private void view(RankingQuery query, SavedView view) {
    switch (view) {
      case HOT_UNASSIGNED -> query.place("place.band = 'hot'").owner("");
      case NEW_IN_TOP_STAGE -> {
        List<Stages.Stage> stages = rules.current().stages().inOrder();
        String top = stages.isEmpty() ? "" : stages.get(stages.size() - 1).name();
        query.lead("lead.stage = ? AND stage_since > ?", top, daysAgo(NEW));
      }
      case COOLING_DOWN ->
          query.place("place.stage <> ''").lead("last_activity_at < ?", daysAgo(QUIET));
      // Written as it is indexed.
      case GOOD_ON_PAPER -> query.lead("never_active AND engagement = 0 AND fit > 0");
    }
  }

  private OffsetDateTime daysAgo(int days) {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days);
  }

  private static void place(RankingQuery query, String column, @Nullable String value) {
    if (value != null) {
      query.place("place." + column + " = ?", stored(value));
    }
  }

  private static String stored(String value) {
    return "none".equals(value) ? "" : value;
  }

  /**
   * Where few leads have the text, they are found first and then ranked; where many have it, the
   * ranking is read until the page is full. PostgreSQL cannot tell which from its statistics.
   */
  private RankingQuery withText(RankingQuery query, String pattern) throws SQLException {
    List<String> found = texts.find(pattern, FEW + 1);
    return found.size() <= FEW
        ? query.among(found)
        : query.lead(
            "EXISTS (SELECT FROM lead_text t WHERE t.lead = lead.lead AND t.text LIKE lower(?))",
            pattern);
  }

  private List<RankedLead> select(RankingQuery query, int limit) throws SQLException {
    List<RankedLead> page = new ArrayList<>();
    List<Object> values = query.values(limit);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query.sql())) {
      // The best way depends on the values, so it is planned for them and not once for all.
      select.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(read(row));
        }
      }
    }
    return page;
  }

  private static RankedLead read(ResultSet row) throws SQLException {
    return new RankedLead(
        row.getString("lead"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("title"),
        row.getString("company"),
        row.getString("email"),
        row.getInt("score"),
        row.getInt("fit"),
        row.getInt("engagement"),
        row.getString("grade"),
        row.getString("band"),
        row.getString("stage"),
        row.getString("owner"),
        Rows.instant(row, "last_activity_at"));
  }
}
