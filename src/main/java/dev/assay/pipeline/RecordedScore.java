package dev.assay.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The last score change in a lead's history.
 *
 * @param sequence its number
 * @param changes how many there are; as many as its number unless some are lost
 */
public record RecordedScore(
    int sequence,
    int changes,
    int score,
    int fit,
    int engagement,
    @Nullable String grade,
    @Nullable String band) {

  static RecordedScore of(ResultSet row) throws SQLException {
    return new RecordedScore(
        row.getInt("sequence"),
        row.getInt("changes"),
        row.getInt("score"),
        row.getInt("fit"),
        row.getInt("engagement"),
        row.getString("grade"),
        row.getString("band"));
  }
}
