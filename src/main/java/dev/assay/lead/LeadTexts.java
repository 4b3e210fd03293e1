package dev.assay.lead;

import dev.assay.database.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What leads are looked for by: key, name, company, e-mail address. */
@ApplicationScoped
class LeadTexts {

  /** About 30 pages of the table, whatever its size: some 2,000 leads. */
  private static final String SHARE =
      """
      SELECT count(*) FILTER (WHERE text LIKE lower(?)) / greatest(count(*), 1)::float8
      FROM lead_text TABLESAMPLE SYSTEM (
          least(100, 100 * 30 * current_setting('block_size')::float8
              / greatest(pg_relation_size('lead_text'), 1)))
      """;

  private static final String FIND = "SELECT lead FROM lead_text WHERE text LIKE lower(?) LIMIT ?";

  private final AgroalDataSource database;

  LeadTexts(AgroalDataSource database) {
    this.database = database;
  }

  /** The pattern of texts that contain these characters. */
  static String pattern(String part) {
    return "%" + part.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  /**
   * How many of the leads have the text, by a sample: cheap however many they are.
   *
   * @return 0 to 1
   */
  double share(String pattern) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Rows.query(connection, SHARE, row -> row.getDouble(1), pattern).get(0);
    }
  }

  /** The keys of leads that have the text, in no order. */
  List<String> find(String pattern, int most) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Rows.query(connection, FIND, row -> row.getString(1), pattern, most);
    }
  }
}
