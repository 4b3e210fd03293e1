package dev.assay.benchmark;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import dev.assay.pipeline.ActivitiesCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty database with leads, their profiles and their events, as if they had come over
 * HTTP but by COPY. Profiles and activities are what a replay of the history gives; nobody is
 * assessed (rule set 0), which the service does as soon as it runs.
 */
final class People {
  private static final int AT_ONCE = 10_000;
  private static final int EVENTS_AT_ONCE = 1_000_000;
  private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;
  private static final int MILLIS = 1_000;

  private final PGConnection connection;
  private final Instant now = Instant.now();

  People(Connection connection) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
  }

  /**
   * Adds leads with so many events each.
   *
   * @param from number of the first lead
   */
  void add(int from, int count, int events) throws SQLException, IOException {
    int atOnce = Math.max(1, Math.min(AT_ONCE, EVENTS_AT_ONCE / Math.max(1, events)));
    for (int first = from; first < from + count; first += atOnce) {
      StringBuilder leads = new StringBuilder();
      StringBuilder profiles = new StringBuilder();
      StringBuilder aliases = new StringBuilder();
      StringBuilder log = new StringBuilder();
      for (int lead = first; lead < Math.min(first + atOnce, from + count); lead++) {
        String key = Population.key(lead);
        String profile = Population.profile(lead);
        Activities activities = history(lead, events, log);
        leads.append(key).append('\t').append(profile).append("\t\\\\x");
        leads.append(HexFormat.of().formatHex(ActivitiesCodec.encode(activities)));
        leads.append("\t1\t").append(time(activities.lastAt())).append('\t').append(now);
        leads.append('\n');
        profiles.append(key).append("\t1\t").append(now).append('\t').append(profile);
        profiles.append('\n');
        aliases.append(Population.email(lead)).append('\t').append(key).append('\n');
      }
      copy("lead (lead,profile,activities,profile_changes,last_activity_at,created_at)", leads);
      copy("profile_change (lead, sequence, at, patch)", profiles);
      copy("lead_alias (alias, lead)", aliases);
      copy(
          "event (lead,source,id,type,subject,occurred_at,received_at,properties,digest)", log);
    }
  }

  private Activities history(int lead, int events, StringBuilder log) {
    SplittableRandom random = new SplittableRandom(lead + 1L);
    List<Occurrence> occurrences = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Doing doing = Doing.draw(random);
      Instant at = Instant.ofEpochSecond(now.getEpochSecond() - random.nextLong(YEAR_SECONDS));
      occurrences.add(new Occurrence(doing.type(), doing.subject(), at));
      log.append(Population.key(lead)).append("\twebsite\t").append("old-").append(i).append('\t');
      log.append(doing.type()).append('\t').append(doing.subject()).append('\t').append(at);
      log.append('\t').append(now).append('\t');
      log.append(doing.properties().isEmpty() ? "\\N" : doing.properties());
      log.append("\t\\\\x00112233445566778899aabbccddeeff\n");
    }
    return Activities.NONE.with(occurrences);
  }

  private static String time(long epochMillis) {
    return epochMillis == Long.MIN_VALUE
        ? "\\N"
        : Instant.ofEpochSecond(epochMillis / MILLIS).toString();
  }

  private void copy(String columns, StringBuilder rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    CopyIn copy = connection.getCopyAPI().copyIn("COPY " + columns + " FROM STDIN");
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }
}
