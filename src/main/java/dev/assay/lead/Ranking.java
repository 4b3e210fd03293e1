package dev.assay.lead;

import dev.assay.assessment.Stages;
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
  private static final String FIND = "SELECT lead FROM lead_text WHERE text ILIKE ? LIMIT ?";

  /** So many leads are sorted in some milliseconds. */
  private static final int FEW = 1_000;

  private final AgroalDataSource database;
  private final CurrentRules rules;
  private final Clock clock;

  Ranking(AgroalDataSource database, CurrentRules rules, Clock clock) {
    this.database = database;
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
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT lead, profile->>'firstName' AS first_name, profile->>'lastName' AS last_name,
                profile->>'title' AS title, profile->>'company' AS company,
                profile->>'email' AS email, score, fit, engagement, grade, band, stage, owner,
                last_activity_at
            FROM lead WHERE true
            """);
    List<Object> values = new ArrayList<>();
    if (filter.view() != null) {
      view(sql, values, filter.view());
    }
    equal(sql, values, "stage", filter.stage());
    equal(sql, values, "band", filter.band());
    equal(sql, values, "grade", filter.grade());
    equal(sql, values, "owner", filter.owner());
    if (filter.text() != null) {
      text(sql, values, "%" + filter.text().replaceAll("[\\\\%_]", "\\\\$0") + "%");
    }
    if (after != null) {
      sql.append(" AND (-score, lead) > (?, ?)");
      values.addAll(List.of(-after.score(), after.lead()));
    }
    sql.append(" ORDER BY -score, lead LIMIT ?");
    values.add(limit);
    return select(sql.toString(), values);
  }

  private void view(StringBuilder sql, List<Object> values, SavedView view) {
    sql.append(" AND ").append(view.condition());
    if (view == SavedView.NEW_IN_TOP_STAGE) {
      List<Stages.Stage> stages = rules.current().stages().inOrder();
      values.add(stages.isEmpty() ? "" : stages.get(stages.size() - 1).name());
    }
    if (view.age() != null) {
      values.add(OffsetDateTime.ofInstant(clock.instant().minus(view.age()), ZoneOffset.UTC));
    }
  }

  /** Written as it is indexed. */
  private static void equal(
      StringBuilder sql, List<Object> values, String column, @Nullable String value) {
    if (value != null) {
      sql.append(" AND coalesce(").append(column).append(", '') = ?");
      values.add("none".equals(value) ? "" : value);
    }
  }

  /**
   * Where few leads have the text, they are found first and then ranked; where many have it, the
   * ranking is read until the page is full. PostgreSQL cannot tell which from its statistics.
   */
  private void text(StringBuilder sql, List<Object> values, String pattern) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, pattern);
      select.setInt(2, FEW + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    if (found.size() <= FEW) {
      sql.append(" AND lead = ANY (?)");
      values.add(found.toArray(String[]::new));
    } else {
      sql.append(
          " AND EXISTS (SELECT FROM lead_text t WHERE t.lead = lead.lead AND t.text ILIKE ?)");
      values.add(pattern);
    }
  }

  private List<RankedLead> select(String sql, List<Object> values) throws SQLException {
    List<RankedLead> page = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
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
        Leads.time(row, "last_activity_at"));
  }
}
