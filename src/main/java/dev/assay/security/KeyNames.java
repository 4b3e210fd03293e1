package dev.assay.security;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Tells what people call the keys, also those that are revoked. */
@Singleton
public class KeyNames {
  private final KeyTable table;

  KeyNames(KeyTable table) {
    this.table = table;
  }

  /** All names by the ids of their keys. */
  public Map<String, String> byId() throws SQLException {
    Map<String, String> names = new HashMap<>();
    table.list().forEach(key -> names.put(key.id(), key.name()));
    return names;
  }
}
