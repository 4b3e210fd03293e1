package dev.assay.client;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Line;
import dev.assay.assessment.Occurrence;
import dev.assay.assessment.RuleSet;
import dev.assay.engine.RuleCompiler;
import dev.assay.pipeline.ActivitiesCodec;
import dev.assay.scoring.step.Profiles;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what is stored of leads with what their events and profile changes say. */
public final class Replay {
  private final Connection connection;
  private final RuleSet rules;

  public Replay(Connection connection, RuleSet rules) {
    this.connection = connection;
    this.rules = rules;
  }

  /** The shipped rules, compiled apart from any service. */
  public static RuleSet shippedRules() {
    var read = (Reading.Understood) WorkbookReader.read(ShippedRules.workbook());
    return RuleCompiler.compile(1, read.workbook(), ShippedRules.drl(), 1);
  }

  /**
   * Replays every lead whose key matches the LIKE pattern.
   *
   * @return a line for each lead whose row is not what its history says
   */
  public List<String> differences(String pattern) throws SQLException {
    List<String> differences = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM lead WHERE lead LIKE ?")) {
      select.setString(1, pattern);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String stored = stored(row);
          String replayed = replayed(row);
          if (!stored.equals(replayed)) {
            differences.add("stored:   %s%nreplayed: %s".formatted(stored, replayed));
          }
        }
      }
    }
    return differences;
  }

  private static String stored(ResultSet row) throws SQLException {
    return words(
        row.getString("lead"),
        Profiles.merge("{}", row.getString("profile")),
        ActivitiesCodec.decode(row.getBytes("activities"), row.getBytes("recent_activities")),
        row.getInt("score"),
        row.getInt("fit"),
        row.getInt("engagement"),
        row.getString("grade") + " " + row.getString("band"),
        points(row.getString("awards")));
  }

  private String replayed(ResultSet row) throws SQLException {
    String lead = row.getString("lead");
    Activities activities = activities(lead);
    String profile = profile(lead);
    Assessment assessment =
        rules.assess(
            Profiles.lead(profile),
            activities,
            row.getObject("assessed_at", OffsetDateTime.class).toInstant());
    Map<String, Integer> awards = new TreeMap<>();
    for (Line line : assessment.lines()) {
      awards.merge(
          line instanceof Line.Award award ? award.rule().name() : "limit: " + line.reason(),
          line.points(),
          Integer::sum);
    }
    return words(
        lead,
        profile,
        activities,
        assessment.score().total(),
        assessment.score().fit(),
        assessment.score().engagement(),
        assessment.gradeValue() + " " + assessment.bandValue(),
        awards.toString());
  }

  private static String words(
      String lead,
      String profile,
      Activities activities,
      int score,
      int fit,
      int engagement,
      String words,
      String awards) {
    return "%s %s %d = %d + %d %s %s %s"
        .formatted(lead, Profiles.lead(profile), score, fit, engagement, words, awards, activities);
  }

  private static String points(String json) {
    Map<String, Integer> points = new TreeMap<>();
    io.restassured.path.json.JsonPath.from(json).<String, Integer>getMap("$").forEach(points::put);
    return points.toString();
  }

  /** One event at a time, as they came. */
  private Activities activities(String lead) throws SQLException {
    List<Occurrence> occurrences = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT type, subject, occurred_at FROM event WHERE lead = ? ORDER BY received_at")) {
      select.setString(1, lead);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          occurrences.add(
              new Occurrence(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return Activities.NONE.with(occurrences);
  }

  private String profile(String lead) throws SQLException {
    String profile = "{}";
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT patch::text FROM profile_change WHERE lead = ? ORDER BY sequence")) {
      select.setString(1, lead);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          profile = Profiles.merge(profile, row.getString(1));
        }
      }
    }
    return profile;
  }
}
