package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.database.Rows;
import dev.assay.logging.LogFields;
import dev.assay.logging.WithoutMessage;
import dev.assay.scoring.step.LastAssessment;
import dev.assay.scoring.step.LeadState;
import dev.assay.scoring.step.Scored;
import dev.assay.scoring.step.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Loads and stores the rows of a batch's leads. */
final class LeadRows {
  private static final Logger LOG = Logger.getLogger(LeadRows.class);

  private static final String CREATE =
      """
      INSERT INTO lead (lead, created_at)
      SELECT k.lead, %s FROM unnest(?, ?) AS k (lead, created_at)
      ORDER BY k.lead COLLATE "C"
      ON CONFLICT DO NOTHING
      RETURNING lead
      """
          .formatted(Columns.TIME.formatted("created_at"));

  private static final String LOCK =
      """
      SELECT lead, profile::text, activities, recent_activities, score, fit, engagement, grade, band,
          stage, stage_since, owner, ruleset, assessed_at, next_review_at, problem,
          profile_changes, score_changes, stage_changes, messages, publication, stepped_at
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
          stage_changes = n.stage_changes, messages = n.messages,
          publication = n.publication, stepped_at = %s
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (
          lead, profile, activities, recent_activities, awards, score, fit, engagement, grade, band, stage,
          stage_since, owner, ruleset, assessed_at, next_review_at, last_activity_at, problem,
          profile_changes, score_changes, stage_changes, messages, publication, stepped_at)
      WHERE lead.lead = n.lead
      """
          .formatted(
              Columns.TIME.formatted("n.stage_since"),
              Columns.TIME.formatted("n.assessed_at"),
              Columns.TIME.formatted("n.next_review_at"),
              Columns.TIME.formatted("n.last_activity_at"),
              Columns.TIME.formatted("n.stepped_at"));

  private LeadRows() {}

  /**
   * Creates leads.
   *
   * @param leads with the moment at which each was heard of first
   * @return those that were not there already
   */
  static Set<String> create(Connection connection, SortedMap<String, Instant> leads)
      throws SQLException {
    Set<String> created = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(CREATE)) {
      Columns.of(
              List.copyOf(leads.entrySet()),
              columns -> columns.text(Map.Entry::getKey).time(Map.Entry::getValue))
          .bind(insert, 1);
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
          locked.put(row.state().lead(), row);
        });
    return locked;
  }

  /** Stores the rows; what is unchanged of their large columns is neither sent nor read again. */
  static void store(RoundTrip trip, List<SteppedLead> leads) {
    trip.update(
        STORE,
        Columns.of(
            leads,
            columns ->
                columns
                    .text(lead -> lead.after().lead())
                    .text(SteppedLead::newProfile)
                    .bytes(lead -> lead.activities().toStore())
                    .bytes(lead -> lead.activities().recentToStore())
                    .text(lead -> lead.scored().awards())
                    .integer(lead -> lead.standing().score())
                    .integer(lead -> lead.standing().fit())
                    .integer(lead -> lead.standing().engagement())
                    .text(lead -> lead.standing().grade())
                    .text(lead -> lead.standing().band())
                    .text(lead -> lead.standing().stage())
                    .time(lead -> lead.scored().stageSince())
                    .text(lead -> lead.standing().owner())
                    .integer(lead -> lead.scored().last().ruleset())
                    .time(lead -> lead.scored().last().assessedAt())
                    .time(lead -> lead.scored().last().nextReviewAt())
                    .time(lead -> lead.after().lastActivityAt())
                    .text(lead -> lead.scored().last().problem())
                    .integer(lead -> lead.after().profileChanges())
                    .integer(lead -> lead.scored().scoreChanges())
                    .integer(lead -> lead.scored().stageChanges())
                    .integer(lead -> lead.scored().messages())
                    .integer(lead -> lead.scored().last().publication())
                    .time(lead -> lead.after().at())));
  }

  private static LeadRow read(ResultSet from) throws SQLException {
    String lead = from.getString("lead");
    StoredActivities stored = StoredActivities.none();
    boolean damaged = false;
    try {
      stored =
          StoredActivities.read(from.getBytes("activities"), from.getBytes("recent_activities"));
    } catch (RuntimeException unreadable) {
      try (LogFields unused = LogFields.lead(lead)) {
        LOG.errorf(
            new WithoutMessage(unreadable),
            "The snapshot of lead %s is damaged; taking it again",
            LogFields.shown(lead));
      }
      damaged = true;
    }
    Instant at = Rows.instant(from, "stepped_at");
    LeadState state =
        new LeadState(
            lead,
            from.getString("profile"),
            from.getInt("profile_changes"),
            stored.all(),
            at == null ? Instant.MIN : at,
            scored(from));
    return new LeadRow(state, state.profile(), stored, damaged);
  }

  private static Scored scored(ResultSet from) throws SQLException {
    Standing standing =
        new Standing(
            from.getInt("score"),
            from.getInt("fit"),
            from.getInt("engagement"),
            from.getString("grade"),
            from.getString("band"),
            from.getString("stage"),
            from.getString("owner"));
    LastAssessment last =
        new LastAssessment(
            from.getInt("publication"),
            from.getInt("ruleset"),
            Rows.instant(from, "assessed_at"),
            Rows.instant(from, "next_review_at"),
            from.getString("problem"));
    return new Scored(
        standing,
        Rows.instant(from, "stage_since"),
        last,
        null,
        from.getInt("score_changes"),
        from.getInt("stage_changes"),
        from.getInt("messages"));
  }
}
