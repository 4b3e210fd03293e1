package dev.assay.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stage change in a lead's history.
 *
 * @param sequence its number, from 1
 * @param from null for none
 * @param to null for none
 */
public record RecordedStage(
    int sequence, Instant at, @Nullable String from, @Nullable String to, @Nullable String owner) {

  static RecordedStage of(ResultSet row) throws SQLException {
    return new RecordedStage(
        row.getInt("sequence"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("from_stage"),
        row.getString("to_stage"),
        row.getString("owner"));
  }
}
