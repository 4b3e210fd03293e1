package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a lead, newest first: events, outcomes, changes of score, stage, profile and
 * owner, merges, notes, messages and what became of them.
 */
@ApplicationScoped
public class Timeline {
  private static final String SQL =
      """
      SELECT * FROM (
          SELECT occurred_at AS at,
              CASE type WHEN 'outcome' THEN 'outcome' ELSE 'event' END AS kind,
              source || ' ' || id AS id,
              jsonb_build_object('type', type, 'subject', nullif(subject, ''), 'source', source,
                  'id', coalesce(posted_id, id), 'receivedAt', received_at, 'properties', properties) AS what
          FROM event WHERE lead = ?
          UNION ALL
          SELECT at, 'profile', sequence::text, jsonb_build_object('patch', patch)
          FROM profile_change WHERE lead = ?
          UNION ALL
          SELECT at, 'score', sequence::text,
              jsonb_build_object('score', score, 'fit', fit, 'engagement', engagement,
                  'grade', grade, 'band', band, 'ruleset', ruleset,
                  'eventSource', event_source, 'eventId', event_id)
          FROM score_change WHERE lead = ?
          UNION ALL
          SELECT at, 'stage', sequence::text,
              jsonb_build_object('from', from_stage, 'to', to_stage, 'score', score,
                  'ruleset', ruleset, 'owner', owner,
                  'eventSource', event_source, 'eventId', event_id)
          FROM stage_change WHERE lead = ?
          UNION ALL
          SELECT at, 'owner', sequence::text,
              jsonb_build_object('from', from_owner, 'to', to_owner, 'by', changed_by)
          FROM owner_change WHERE lead = ?
          UNION ALL
          SELECT at, 'merge', merged, jsonb_build_object('from', merged, 'by', merged_by)
          FROM lead_merge WHERE lead = ?
          UNION ALL
          SELECT at, 'note', id::text, jsonb_build_object('author', author, 'text', text)
          FROM lead_note WHERE lead = ?
          UNION ALL
          SELECT m.created_at, 'message', m.id,
              jsonb_build_object('message', m.id, 'type', m.type, 'sequence', m.sequence,
                  'deliveries', (
                      SELECT coalesce(jsonb_agg(jsonb_build_object('delivery', d.id,
                          'endpoint', d.endpoint, 'state', d.state, 'attempts', d.attempts,
                          'deliveredAt', d.delivered_at) ORDER BY d.id), '[]')
                      FROM delivery d WHERE d.lead = m.lead AND d.message = m.id))
          FROM message m WHERE m.lead = ?
      ) AS t
      WHERE (at, kind, id) < (?, ?, ?)
      ORDER BY at DESC, kind DESC, id DESC LIMIT ?
      """;

  private final AgroalDataSource database;
  private final TraceAwards trace;

  Timeline(AgroalDataSource database, TraceAwards trace) {
    this.database = database;
    this.trace = trace;
  }

  /**
   * One thing that happened.
   *
   * @param kind event, outcome, profile, score, stage, owner, merge, note or message
   * @param what the rest, by kind
   * @param awards of a change of score, which awards made it; null for anything else, and where it
   *     can no longer be told
   */
  public record Entry(
      Instant at,
      String kind,
      @JsonInclude(JsonInclude.Include.NON_NULL) String id,
      @JsonRawValue @Schema(implementation = Object.class) String what,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwardChanges awards) {

    /** The number of a change of score, or 0. */
    private int scoreChange() {
      return kind.equals("score") ? Integer.parseInt(id) : 0;
    }

    private Entry with(Map<Integer, AwardChanges> traced) {
      return new Entry(at, kind, id, what, traced.get(scoreChange()));
    }
  }

  /** At most {@code limit} entries before the cursor. */
  public List<Entry> page(StoredLead lead, TimeCursor before, int limit) throws SQLException {
    List<Entry> page = read(lead.lead(), before, limit);
    Map<Integer, AwardChanges> traced =
        trace.of(lead, page.stream().map(Entry::scoreChange).filter(each -> each > 0).toList());
    return page.stream().map(entry -> entry.with(traced)).toList();
  }

  private List<Entry> read(String lead, TimeCursor before, int limit) throws SQLException {
    List<Entry> page = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SQL)) {
      int index = 1;
      while (index <= LEADS) {
        select.setString(index++, lead);
      }
      select.setObject(index++, OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC));
      select.setString(index++, before.kind());
      select.setString(index++, before.id());
      select.setInt(index, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(
              new Entry(
                  Objects.requireNonNull(Rows.instant(rows, "at")),
                  rows.getString("kind"),
                  rows.getString("id"),
                  rows.getString("what"),
                  null));
        }
      }
    }
    return page;
  }

  private static final int LEADS = 8;

  /** The place in a timeline before which the next page begins. Opaque to callers. */
  public record TimeCursor(Instant at, String kind, String id) {
    static final Instant OLDEST = Instant.EPOCH;
    public static final TimeCursor NEWEST =
        new TimeCursor(Instant.parse("9999-01-01T00:00:00Z"), "", "");

    /** As in addresses. */
    public String text() {
      return java.util.Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              (at + " " + kind + " " + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The cursor, or null if the text is none. */
    public static @Nullable TimeCursor parse(String text) {
      try {
        String[] parts =
            new String(
                    java.util.Base64.getUrlDecoder().decode(text),
                    java.nio.charset.StandardCharsets.UTF_8)
                .split(" ", 3);
        if (parts.length != 3 || String.join("", parts).indexOf(0) >= 0) {
          return null;
        }
        Instant at = Instant.parse(parts[0]);
        return at.isBefore(OLDEST) || at.isAfter(NEWEST.at())
            ? null
            : new TimeCursor(at, parts[1], parts[2]);
      } catch (IllegalArgumentException | java.time.DateTimeException notACursor) {
        return null;
      }
    }
  }
}
