package dev.assay.lead;

import dev.assay.database.Rows;
import dev.assay.database.Transaction;
import dev.assay.pipeline.ActivitiesCodec;
import dev.assay.pipeline.Aliases;
import dev.assay.pipeline.LeadErasure;
import dev.assay.pipeline.LeadKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds, reads and erases leads. */
@ApplicationScoped
public class Leads {
  private static final List<String> TABLES =
      List.of(
          "event",
          "profile_change",
          "score_change",
          "stage_change",
          "owner_change",
          "lead_merge",
          "lead_alias",
          "lead");

  private final AgroalDataSource database;
  private final Instance<LeadErasure> erasures;

  Leads(AgroalDataSource database, @Any Instance<LeadErasure> erasures) {
    this.database = database;
    this.erasures = erasures;
  }

  /** What to throw for a name that no lead has. */
  public static RuntimeException unknown(String name) {
    return LeadsResource.unknown(name);
  }

  /**
   * The lead of that key or e-mail address, or into which the one of that key was merged; null if
   * there is none.
   */
  public @Nullable StoredLead find(String name) throws SQLException {
    if (name.indexOf(0) >= 0) {
      return null;
    }
    try (Connection connection = database.getConnection()) {
      return read(connection, resolve(connection, name));
    }
  }

  /** The key of the lead that is known by this name. */
  static String resolve(Connection connection, String name) throws SQLException {
    String key = LeadKey.of(name).value();
    return Aliases.find(connection, Set.of(key)).getOrDefault(key, key);
  }

  public List<String> aliases(String lead) throws SQLException {
    List<String> aliases = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT alias FROM lead_alias WHERE lead = ? ORDER BY alias")) {
      select.setString(1, lead);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          aliases.add(rows.getString(1));
        }
      }
    }
    return aliases;
  }

  /**
   * Erases a lead with all its history, in one transaction.
   *
   * @return whether there was one
   */
  public boolean erase(String name) throws SQLException {
    if (name.indexOf(0) >= 0) {
      return false;
    }
    return Transaction.run(database, connection -> erase(connection, name));
  }

  private boolean erase(Connection connection, String name) throws SQLException {
    String lead = resolve(connection, name);
    boolean known = lock(connection, lead);
    while (!known && !resolve(connection, name).equals(lead)) { // merged meanwhile
      lead = resolve(connection, name);
      known = lock(connection, lead);
    }
    // Also of somebody who became no lead: lines of imports that were rejected may name them.
    for (LeadErasure erasure : erasures) {
      erasure.erase(connection, lead);
    }
    if (known) {
      for (String table : TABLES) {
        try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM " + table + " WHERE lead = ?")) {
          delete.setString(1, lead);
          delete.executeUpdate();
        }
      }
    }
    return known;
  }

  private static boolean lock(Connection connection, String lead) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM lead WHERE lead = ? FOR UPDATE")) {
      select.setString(1, lead);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static @Nullable StoredLead read(Connection connection, String lead) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM lead WHERE lead = ?")) {
      select.setString(1, lead);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? read(row) : null;
      }
    }
  }

  private static StoredLead read(ResultSet row) throws SQLException {
    return new StoredLead(
        row.getString("lead"),
        row.getString("profile"),
        ActivitiesCodec.decode(row.getBytes("activities"), row.getBytes("recent_activities")),
        row.getString("awards"),
        row.getInt("score"),
        row.getInt("fit"),
        row.getInt("engagement"),
        row.getString("grade"),
        row.getString("band"),
        row.getString("stage"),
        Rows.instant(row, "stage_since"),
        row.getString("owner"),
        row.getInt("ruleset"),
        Rows.instant(row, "assessed_at"),
        Rows.instant(row, "next_review_at"),
        Rows.instant(row, "last_activity_at"),
        java.util.Objects.requireNonNull(Rows.instant(row, "created_at")),
        row.getString("problem"));
  }
}
