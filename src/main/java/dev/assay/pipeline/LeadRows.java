package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.database.Rows;
import dev.assay.logging.LogFields;
import dev.assay.logging.WithoutMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Loads and stores the rows of a batch's leads. */
final class LeadRows {
  private static final Logger LOG = Logger.getLogger(LeadRows.class);

  private static final String CREATE =
      """
      INSERT INTO lead (lead, created_at)
      SELECT k.lead, ? FROM unnest(?) AS k (lead)
      ORDER BY k.lead COLLATE "C"
      ON CONFLICT DO NOTHING
      RETURNING lead
      """;

  private static final String LOCK =
      """
      SELECT lead, profile::text, activities, recent_activities, score, fit, engagement, grade, band,
          stage, stage_since, owner, ruleset, assessed_at, next_review_at, problem,
          profile_changes, score_changes, stage_changes, messages
      FROM lead WHERE lead = ANY (?) ORDER BY lead FOR UPDATE
      """;

  private static final String STORE =
      """
      UPDATE lead SET
          profile = coalesce(n.profile::jsonb, lead.profile),
          activities = coalesce(n.activities, lead.activities),
          recent_activities = coalesce(n.recent_activities, lead.recent_activities),
          awards = coalesce(n.awards::jsonb, lead.awards),
          score = n.score, fit = n.fit, engagement = n.engagement, grade = n.grade, band = n.band,
          stage = n.stage, stage_since = %s, owner = n.owner, ruleset = n.ruleset,
          assessed_at = %s, next_review_at = %s, last_activity_at = %s, problem = n.problem,
          profile_changes = n.profile_changes, score_changes = n.score_changes,
          stage_changes = n.stage_changes, messages = n.messages
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (
          lead, profile, activities, recent_activities, awards, score, fit, engagement, grade, band, stage,
          stage_since, owner, ruleset, assessed_at, next_review_at, last_activity_at, problem,
          profile_changes, score_changes, stage_changes, messages)
      WHERE lead.lead = n.lead
      """
          .formatted(
              Columns.TIME.formatted("n.stage_since"),
              Columns.TIME.formatted("n.assessed_at"),
              Columns.TIME.formatted("n.next_review_at"),
              Columns.TIME.formatted("n.last_activity_at"));

  private LeadRows() {}

  /**
   * Creates leads.
   *
   * @return those that were not there already
   */
  static Set<String> create(Connection connection, Collection<String> leads, Instant at)
      throws SQLException {
    Set<String> created = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(CREATE)) {
      insert.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.setArray(2, connection.createArrayOf("text", new TreeSet<>(leads).toArray()));
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          created.add(rows.getString(1));
        }
      }
    }
    return created;
  }

  /** Locks the leads in the order of their keys, so that no two batches can wait for each other. */
  static Map<String, LeadRow> lock(Connection connection, Collection<String> leads)
      throws SQLException {
    RoundTrip trip = new RoundTrip();
    Map<String, LeadRow> locked = lock(trip, leads);
    trip.run(connection);
    return locked;
  }

  /** Locks them in that round trip; they are there when it has run. */
  static Map<String, LeadRow> lock(RoundTrip trip, Collection<String> leads) {
    Map<String, LeadRow> locked = new TreeMap<>();
    trip.query(
        LOCK,
        (select, index) -> {
          select.setArray(index, select.getConnection().createArrayOf("text", leads.toArray()));
          return index + 1;
        },
        found -> {
          LeadRow row = read(found);
          locked.put(row.lead, row);
        });
    return locked;
  }

  /** Stores the rows; what is unchanged of their large columns is neither sent nor read again. */
  static void store(RoundTrip trip, List<LeadRow> rows) {
    trip.update(
        STORE,
        Columns.of(
            rows,
            columns ->
                columns
                    .text(row -> row.lead)
                    .text(LeadRow::newProfile)
                    .bytes(row -> row.activities.toStore())
                    .bytes(row -> row.activities.recentToStore())
                    .text(row -> row.awards)
                    .integer(row -> row.score)
                    .integer(row -> row.fit)
                    .integer(row -> row.engagement)
                    .text(row -> row.grade)
                    .text(row -> row.band)
                    .text(row -> row.stage)
                    .time(row -> row.stageSince)
                    .text(row -> row.owner)
                    .integer(row -> row.ruleset)
                    .time(row -> row.assessedAt)
                    .time(row -> row.nextReviewAt)
                    .time(LeadRow::lastActivityAt)
                    .text(row -> row.problem)
                    .integer(row -> row.profileChanges)
                    .integer(row -> row.scoreChanges)
                    .integer(row -> row.stageChanges)
                    .integer(row -> row.messages)));
  }

  private static LeadRow read(ResultSet from) throws SQLException {
    LeadRow row;
    try {
      StoredActivities activities =
          StoredActivities.read(from.getBytes("activities"), from.getBytes("recent_activities"));
      row = new LeadRow(from.getString("lead"), from.getString("profile"), activities);
    } catch (RuntimeException damaged) {
      row = new LeadRow(from.getString("lead"), from.getString("profile"), StoredActivities.none());
      try (LogFields unused = LogFields.lead(row.lead)) {
        LOG.errorf(
            new WithoutMessage(damaged),
            "The snapshot of lead %s is damaged; taking it again",
            LogFields.shown(row.lead));
      }
      row.doubtful = true;
    }
    row.score = from.getInt("score");
    row.fit = from.getInt("fit");
    row.engagement = from.getInt("engagement");
    row.grade = from.getString("grade");
    row.band = from.getString("band");
    row.stage = from.getString("stage");
    row.stageSince = Rows.instant(from, "stage_since");
    row.owner = from.getString("owner");
    row.ruleset = from.getInt("ruleset");
    row.assessedAt = Rows.instant(from, "assessed_at");
    row.nextReviewAt = Rows.instant(from, "next_review_at");
    row.problem = from.getString("problem");
    row.profileChanges = from.getInt("profile_changes");
    row.scoreChanges = from.getInt("score_changes");
    row.stageChanges = from.getInt("stage_changes");
    row.messages = from.getInt("messages");
    row.before = row.standing();
    return row;
  }
}
