package dev.assay.review;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the keys that a statement picks. */
final class Picked {
  private Picked() {}

  static List<String> from(PreparedStatement select) throws SQLException {
    List<String> leads = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        leads.add(rows.getString(1));
      }
    }
    return leads;
  }
}
