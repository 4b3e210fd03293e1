package dev.assay.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an endpoint's row and its new value.
 *
 * @param value a list for an array of texts
 */
record Setting(String column, String type, @Nullable Object value) {

  /** Its place in a statement. */
  String parameter() {
    return "?::" + type;
  }

  /** Binds all of them, from the given parameter on. */
  static void bind(PreparedStatement statement, int first, List<Setting> settings)
      throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < settings.size(); i++) {
      Object value = settings.get(i).value();
      statement.setObject(
          first + i,
          value instanceof List<?> texts
              ? connection.createArrayOf("text", texts.toArray())
              : value);
    }
  }
}
