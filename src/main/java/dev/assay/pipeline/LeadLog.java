package dev.assay.pipeline;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import dev.assay.scoring.step.Profiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the logs say of a lead. This is the truth; the lead's row is a snapshot of it. Entries
 * with numbers below 1 are those of leads that were merged into it: their profiles come before its
 * own, and where they stood is only history.
 *
 * @param profile all patches, merged in their order
 * @param profileChanges number of the last patch of its own, 0 for none
 * @param activities all events, folded
 * @param lastScore the score change recorded last, null for none
 * @param stages all stage changes in their order
 * @param owner whom somebody or the rules chose last, null for nobody
 */
public record LeadLog(
    String profile,
    int profileChanges,
    Activities activities,
    @Nullable RecordedScore lastScore,
    List<RecordedStage> stages,
    @Nullable String owner) {

  private static final String EVENTS =
      """
      SELECT lead, type, subject,
          array_agg((extract(epoch FROM occurred_at) * 1000)::bigint) AS times
      FROM event WHERE lead = ANY (?) GROUP BY lead, type, subject
      """;

  private static final String PATCHES =
      """
      SELECT lead, sequence, patch::text FROM profile_change WHERE lead = ANY (?)
      ORDER BY lead, sequence
      """;

  private static final String SCORES =
      """
      SELECT DISTINCT ON (lead) *, count(*) OVER (PARTITION BY lead) AS changes
      FROM score_change WHERE lead = ANY (?) AND sequence > 0 ORDER BY lead, sequence DESC
      """;

  private static final String STAGES =
      "SELECT * FROM stage_change WHERE lead = ANY (?) AND sequence > 0 ORDER BY lead, sequence";

  private static final String OWNERS =
      """
      SELECT DISTINCT ON (lead) lead, to_owner, after_stage
      FROM owner_change WHERE lead = ANY (?) AND sequence > 0 ORDER BY lead, sequence DESC
      """;

  /** An owner whom somebody chose, and the number of the stage change before. */
  private record Chosen(String owner, int afterStage) {}

  /** What the logs say of each of the leads; of one without any log, that nothing is known. */
  public static Map<String, LeadLog> read(Connection connection, Collection<String> leads)
      throws SQLException {
    Map<String, Activities> activities = activities(connection, leads);
    Map<String, String> profiles = new HashMap<>();
    Map<String, Integer> patches = new HashMap<>();
    Map<String, RecordedScore> scores = new HashMap<>();
    Map<String, List<RecordedStage>> stages = new HashMap<>();
    each(
        connection,
        PATCHES,
        leads,
        row -> {
          String lead = row.getString("lead");
          profiles.put(
              lead, Profiles.merge(profiles.getOrDefault(lead, "{}"), row.getString("patch")));
          patches.put(lead, Math.max(0, row.getInt("sequence")));
        });
    each(
        connection, SCORES, leads, row -> scores.put(row.getString("lead"), RecordedScore.of(row)));
    each(
        connection,
        STAGES,
        leads,
        row ->
            stages
                .computeIfAbsent(row.getString("lead"), lead -> new ArrayList<>())
                .add(RecordedStage.of(row)));
    Map<String, Chosen> chosen = new HashMap<>();
    each(
        connection,
        OWNERS,
        leads,
        row ->
            chosen.put(
                row.getString("lead"),
                new Chosen(row.getString("to_owner"), row.getInt("after_stage"))));
    Map<String, LeadLog> logs = new HashMap<>();
    for (String lead : leads) {
      List<RecordedStage> reached = stages.getOrDefault(lead, List.of());
      logs.put(
          lead,
          new LeadLog(
              profiles.getOrDefault(lead, "{}"),
              patches.getOrDefault(lead, 0),
              activities.getOrDefault(lead, Activities.NONE),
              scores.get(lead),
              List.copyOf(reached),
              owner(chosen.get(lead), reached)));
    }
    return logs;
  }

  /** A stage change says who was the owner then, and so forgets whom somebody chose before. */
  private static @Nullable String owner(@Nullable Chosen chosen, List<RecordedStage> stages) {
    RecordedStage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
    if (chosen == null) {
      return last == null ? null : last.owner();
    }
    return last == null || last.sequence() <= chosen.afterStage() ? chosen.owner() : last.owner();
  }

  /** The events of leads that have any, folded; also those that lie ahead of any moment. */
  public static Map<String, Activities> activities(Connection connection, Collection<String> leads)
      throws SQLException {
    Map<String, Activities.Builder> builders = new HashMap<>();
    each(
        connection,
        EVENTS,
        leads,
        row ->
            builders
                .computeIfAbsent(row.getString("lead"), lead -> new Activities.Builder())
                .add(row.getString("type"), row.getString("subject"), times(row)));
    Map<String, Activities> activities = new HashMap<>();
    builders.forEach((lead, builder) -> activities.put(lead, builder.build()));
    return activities;
  }

  /** The same, but for some of what the lead did. */
  LeadLog without(Collection<Occurrence> occurrences) {
    return new LeadLog(
        profile, profileChanges, activities.without(occurrences), lastScore, stages, owner);
  }

  /** The stage change recorded last, null for none. */
  public @Nullable RecordedStage lastStage() {
    return stages.isEmpty() ? null : stages.get(stages.size() - 1);
  }

  @FunctionalInterface
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, Collection<String> leads, Row take)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", leads.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          take.take(rows);
        }
      }
    }
  }

  private static long[] times(ResultSet row) throws SQLException {
    Long[] boxed = (Long[]) row.getArray("times").getArray();
    long[] times = new long[boxed.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = boxed[i];
    }
    return times;
  }
}
