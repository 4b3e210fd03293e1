package dev.assay.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.assessment.Activities;
import dev.assay.assessment.Position;
import dev.assay.assessment.RuleSource;
import dev.assay.simulation.LeadChunks.LeadColumns;
import java.io.UncheckedIOException;
import java.sql.Array;
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

/** Makes of rows the leads of a simulation, taken back to its moment where that is in the past. */
final class PastLeads {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PROFILES =
      """
      SELECT lead, at, patch::text FROM profile_change WHERE lead = ANY (?) AND at <= ?
      ORDER BY lead, sequence
      """;

  /** A stage change says who was the owner then; whom somebody chose after it came later. */
  private static final String POSITIONS =
      """
      WITH moment AS (SELECT lead, ?::timestamptz AS at FROM unnest(?) AS k (lead))
      SELECT lead, reached.to_stage,
          CASE WHEN chosen.after_stage >= coalesce(reached.sequence, 0)
              THEN chosen.to_owner ELSE reached.owner END AS owner
      FROM moment
      LEFT JOIN LATERAL (
          SELECT sequence, to_stage, owner FROM stage_change s
          WHERE s.lead = moment.lead AND s.at <= moment.at
          ORDER BY sequence DESC LIMIT 1) AS reached ON true
      LEFT JOIN LATERAL (
          SELECT after_stage, to_owner FROM owner_change o
          WHERE o.lead = moment.lead AND o.at <= moment.at AND sequence > 0
          ORDER BY sequence DESC LIMIT 1) AS chosen ON true
      """;

  private final Connection connection;
  private final Scope scope;

  PastLeads(Connection connection, Scope scope) {
    this.connection = connection;
    this.scope = scope;
  }

  List<SimulatedLead> join(List<LeadColumns> rows) throws SQLException {
    List<SimulatedLead> leads = new ArrayList<>(rows.size());
    Instant start = scope.start();
    Instant end = scope.end();
    if (start == null || end == null) {
      for (LeadColumns row : rows) {
        leads.add(now(row));
      }
      return leads;
    }
    Array keys = connection.createArrayOf("text", rows.stream().map(LeadColumns::lead).toArray());
    Map<String, ProfileHistory> profiles = profiles(keys, end);
    Map<String, Position> positions = positions(keys, start);
    for (LeadColumns row : rows) {
      Position position = positions.getOrDefault(row.lead(), Position.NONE);
      leads.add(
          new SimulatedLead(
              row.lead(),
              profiles.getOrDefault(row.lead(), new ProfileHistory()),
              row.did(),
              position,
              new Standing(0, null, position, List.of(), null, null),
              false));
    }
    return leads;
  }

  private static SimulatedLead now(LeadColumns row) {
    Activities did = row.did();
    Position position = new Position(row.stage(), row.owner());
    return new SimulatedLead(
        row.lead(),
        ProfileHistory.always(row.profile()),
        did,
        position,
        new Standing(row.score(), row.band(), position, points(row.awards()), null, null),
        row.current());
  }

  /** Of rules it is stored only what they are called. */
  private static List<Standing.RowDid> points(String awards) {
    List<Standing.RowDid> rows = new ArrayList<>();
    try {
      for (Map.Entry<String, JsonNode> award : JSON.readTree(awards).properties()) {
        if (!award.getKey().startsWith("limit: ")) {
          RuleSource rule = new RuleSource(award.getKey(), null, null, null, 0);
          rows.add(new Standing.RowDid(rule, award.getValue().asInt(), 0, null));
        }
      }
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return rows;
  }

  private Map<String, ProfileHistory> profiles(Array leads, Instant until) throws SQLException {
    Map<String, ProfileHistory> profiles = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(PROFILES)) {
      select.setArray(1, leads);
      select.setObject(2, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          profiles
              .computeIfAbsent(row.getString("lead"), lead -> new ProfileHistory())
              .add(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("patch"));
        }
      }
    }
    return profiles;
  }

  private Map<String, Position> positions(Array leads, Instant at) throws SQLException {
    Map<String, Position> positions = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(POSITIONS)) {
      select.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      select.setArray(2, leads);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          positions.put(
              row.getString("lead"),
              new Position(row.getString("to_stage"), row.getString("owner")));
        }
      }
    }
    return positions;
  }
}
