package dev.assay.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** JSON in columns. It stays as it is, whatever the HTTP interface does with JSON. */
final class StoredJson {
  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private StoredJson() {}

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException ofRecords) {
      throw new IllegalStateException(ofRecords);
    }
  }

  /** What stands in the column; null if nothing does. */
  static <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : JSON.readValue(text, type);
    } catch (JsonProcessingException ofOurs) {
      throw new IllegalStateException(ofOurs);
    }
  }
}
