package dev.assay.lead;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Lead;
import dev.assay.assessment.Occurrence;
import dev.assay.database.Rows;
import dev.assay.scoring.step.Profiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was known of a lead at moments of a span of time: what it did but for what was received
 * later, and what had been said of it.
 */
final class KnownThen {
  /** Of more than these it is not told, so that a page takes a bounded time. */
  private static final int MOST_LATE = 5_000;

  private static final int MOST_SAID = 1_000;

  private static final String LATE =
      """
      SELECT type, subject, occurred_at, received_at FROM event
      WHERE lead = ? AND received_at > ? AND occurred_at <= ?
      ORDER BY received_at DESC LIMIT ?
      """;

  private static final String SAID =
      "SELECT at, patch::text FROM profile_change WHERE lead = ? AND at <= ? ORDER BY sequence LIMIT ?";

  private record Late(Occurrence what, Instant receivedAt) {}

  private record Said(Instant at, String patch) {}

  private final Activities activities;
  private final List<Late> late = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final Map<Long, Lead> leads = new HashMap<>();

  private KnownThen(Activities activities) {
    this.activities = activities;
  }

  static KnownThen between(Connection connection, StoredLead lead, Instant from, Instant until)
      throws SQLException {
    KnownThen known = new KnownThen(lead.activities());
    try (PreparedStatement select = connection.prepareStatement(LATE)) {
      select.setString(1, lead.lead());
      select.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
      select.setObject(3, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
      select.setInt(4, MOST_LATE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant at = Objects.requireNonNull(Rows.instant(row, "occurred_at"));
          known.late.add(
              new Late(
                  new Occurrence(row.getString("type"), row.getString("subject"), at),
                  Objects.requireNonNull(Rows.instant(row, "received_at"))));
        }
      }
    }
    try (PreparedStatement select = connection.prepareStatement(SAID)) {
      select.setString(1, lead.lead());
      select.setObject(2, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
      select.setInt(3, MOST_SAID);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.said.add(
              new Said(Objects.requireNonNull(Rows.instant(row, "at")), row.getString("patch")));
        }
      }
    }
    return known;
  }

  /** Whether so little is to be left out or put together that it can be told at all. */
  boolean tells(Instant at) {
    return said.size() < MOST_SAID
        && (late.size() < MOST_LATE || !at.isBefore(late.get(MOST_LATE - 1).receivedAt()));
  }

  Activities activities(Instant at) {
    List<Occurrence> later =
        late.stream().filter(one -> one.receivedAt().isAfter(at)).map(Late::what).toList();
    return later.isEmpty() ? activities : activities.without(later);
  }

  Lead lead(Instant at) {
    long then = said.stream().filter(one -> !one.at().isAfter(at)).count();
    return leads.computeIfAbsent(then, same -> Profiles.lead(profile(at)));
  }

  private String profile(Instant at) {
    String profile = "{}";
    for (Said one : said) {
      if (!one.at().isAfter(at)) {
        profile = Profiles.merge(profile, one.patch());
      }
    }
    return profile;
  }
}
