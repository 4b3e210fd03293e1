package dev.assay.lead;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which stages a lead went through, newest change first. */
@ApplicationScoped
public class StageHistory {
  private final AgroalDataSource database;

  StageHistory(AgroalDataSource database) {
    this.database = database;
  }

  /** A change of stage; null for none. */
  public record Change(Instant at, @Nullable String from, @Nullable String to) {}

  /** The latest changes. */
  public List<Change> of(String lead, int most) throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT at, from_stage, to_stage FROM stage_change WHERE lead = ?
                ORDER BY sequence DESC LIMIT ?
                """)) {
      select.setString(1, lead);
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(
              new Change(
                  Objects.requireNonNull(Rows.instant(row, "at")),
                  row.getString("from_stage"),
                  row.getString("to_stage")));
        }
      }
    }
    return changes;
  }
}
