package dev.assay.report;

import dev.assay.assessment.Stages;
import dev.assay.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts over all leads, on one connection whose transaction sees one state of them. */
final class CountFigures {
  static final int WEEKS = 26;

  /** When each lead first came to each stage or beyond; rank 0 is when it was first heard of. */
  private static final String REACHED =
      """
      WITH stages AS (
          SELECT name, rank FROM unnest(?::text[]) WITH ORDINALITY AS s (name, rank)),
      came AS (
          SELECT c.lead, s.rank, min(c.at) AS at
          FROM stage_change c JOIN stages t ON t.name = c.to_stage JOIN stages s ON s.rank <= t.rank
          GROUP BY c.lead, s.rank),
      reached AS (
          SELECT lead, rank, at FROM came
          UNION ALL
          SELECT lead, 0, created_at FROM lead
          WHERE EXISTS (SELECT FROM came WHERE came.lead = lead.lead))
      """;

  private static final String FUNNEL =
      REACHED
          + """
          SELECT s.name, count(r.lead) AS reached,
              (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.at - before.at)))
                  / 86400 AS days
          FROM stages s LEFT JOIN reached r ON r.rank = s.rank
              LEFT JOIN reached before ON before.lead = r.lead AND before.rank = s.rank - 1
          GROUP BY s.name, s.rank ORDER BY s.rank
          """;
  private static final String BY_WEEK =
      REACHED
          + """
          SELECT date_trunc('week', at AT TIME ZONE 'UTC')::date AS week, s.name, count(*) AS leads
          FROM reached JOIN stages s USING (rank) WHERE at >= ?
          GROUP BY 1, s.name, s.rank ORDER BY 1, s.rank
          """;
  private static final String NOW =
      "SELECT coalesce(stage, '') AS stage, count(*) AS leads FROM lead GROUP BY coalesce(stage, '')";
  private static final String OUTCOMES =
      """
      WITH latest AS (
          SELECT DISTINCT ON (lead) lead, subject, received_at FROM event
          WHERE type = 'outcome' AND subject IN ('won', 'lost')
          ORDER BY lead, occurred_at DESC, received_at DESC)
      SELECT coalesce(before.band, lead.band, '') AS band,
          count(*) FILTER (WHERE subject = 'won') AS won,
          count(*) FILTER (WHERE subject = 'lost') AS lost
      FROM latest JOIN lead USING (lead) LEFT JOIN LATERAL (
          SELECT band FROM score_change c WHERE c.lead = latest.lead AND c.at < latest.received_at
          ORDER BY sequence DESC LIMIT 1) before ON true
      GROUP BY 1
      ORDER BY (count(*) FILTER (WHERE subject = 'won'))::float / count(*) DESC, 1
      """;
  private static final String DELIVERIES =
      """
      SELECT count(*) FILTER (WHERE state = 'pending') AS pending,
          min(created_at) FILTER (WHERE state = 'pending') AS oldest,
          count(*) FILTER (WHERE state = 'delivered' AND delivered_at >= ?) AS delivered,
          count(*) FILTER (WHERE state = 'failed' AND created_at >= ?) AS failed
      FROM delivery
      """;

  private final Connection connection;
  private final List<String> stages;
  private final Instant now;

  CountFigures(Connection connection, Stages stages, Instant now) {
    this.connection = connection;
    this.stages = stages.inOrder().stream().map(Stages.Stage::name).toList();
    this.now = now;
  }

  Overview.Figures count() throws SQLException {
    LocalDate running =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = running.minusWeeks(WEEKS - 1);
    List<InStage> inStages =
        Rows.query(connection, NOW, row -> new InStage(row.getString(1), row.getLong(2)));
    long leads = inStages.stream().mapToLong(InStage::leads).sum();
    return new Overview.Figures(
        leads,
        funnel(inStages, leads),
        weeks(first),
        BandWeeks.read(connection, first, running),
        outcomes(),
        deliveries());
  }

  /** How many leads are in a stage. */
  private record InStage(String stage, long leads) {}

  private List<Overview.Step> funnel(List<InStage> inStages, long leads) throws SQLException {
    List<Overview.Step> counted =
        Rows.query(
            connection,
            FUNNEL,
            row ->
                new Overview.Step(
                    row.getString("name"),
                    0,
                    row.getLong("reached"),
                    null,
                    rounded(row.getObject("days", Double.class))),
            names());
    List<Overview.Step> funnel = new ArrayList<>();
    long before = leads;
    for (Overview.Step step : counted) {
      long in =
          inStages.stream()
              .filter(one -> one.stage().equals(step.stage()))
              .mapToLong(InStage::leads)
              .sum();
      Double conversion = before == 0 ? null : (double) step.reached() / before;
      funnel.add(
          new Overview.Step(step.stage(), in, step.reached(), conversion, step.medianDays()));
      before = step.reached();
    }
    return funnel;
  }

  private static @Nullable Double rounded(@Nullable Double days) {
    return days == null ? null : Math.round(days * 10) / 10.0;
  }

  private List<Overview.Reached> weeks(LocalDate first) throws SQLException {
    return Rows.query(
        connection,
        BY_WEEK,
        row ->
            new Overview.Reached(
                row.getObject("week", LocalDate.class),
                row.getString("name"),
                row.getLong("leads")),
        names(),
        Rows.time(first.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  private List<Overview.BandOutcome> outcomes() throws SQLException {
    return Rows.query(
        connection,
        OUTCOMES,
        row ->
            new Overview.BandOutcome(
                Rows.name(row, "band"), row.getLong("won"), row.getLong("lost")));
  }

  private Overview.Deliveries deliveries() throws SQLException {
    return Rows.query(
            connection,
            DELIVERIES,
            row ->
                new Overview.Deliveries(
                    row.getLong("pending"),
                    Rows.instant(row, "oldest"),
                    row.getLong("delivered"),
                    row.getLong("failed")),
            Rows.time(now.minus(Duration.ofDays(1))),
            Rows.time(now.minus(Duration.ofDays(7))))
        .get(0);
  }

  private java.sql.Array names() throws SQLException {
    return connection.createArrayOf("text", stages.toArray());
  }
}
