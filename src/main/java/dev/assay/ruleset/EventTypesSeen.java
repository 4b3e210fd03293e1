package dev.assay.ruleset;

import dev.assay.workbook.EventTypes;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The event types that can be expected: those the service comes with, and those of stored events.
 * Of these a sample is looked at, so that it takes the same short time whatever their number: all
 * of them up to 32 MB, and as much of more, in pages taken at random. A type so rare that it is
 * missed costs an analyst one needless warning.
 */
@ApplicationScoped
class EventTypesSeen {
  private static final String SAMPLE =
      """
      SELECT DISTINCT type FROM event TABLESAMPLE SYSTEM
          (LEAST(100, 100.0 * 32 * 1024 * 1024 / GREATEST(1, pg_relation_size('event'))))
      """;

  private final AgroalDataSource database;

  EventTypesSeen(AgroalDataSource database) {
    this.database = database;
  }

  Set<String> known() {
    Set<String> types = new TreeSet<>(EventTypes.KNOWN);
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SAMPLE);
        ResultSet found = query.executeQuery()) {
      while (found.next()) {
        types.add(found.getString(1));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The event types could not be looked up", failed);
    }
    return types;
  }
}
