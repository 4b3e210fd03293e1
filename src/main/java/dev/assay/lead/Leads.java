package dev.assay.lead;

import dev.assay.database.Rows;
import dev.assay.database.Transaction;
import dev.assay.pipeline.ActivitiesCodec;
import dev.assay.pipeline.Aliases;
import dev.assay.pipeline.ErasedNames;
import dev.assay.pipeline.ErasureConfig;
import dev.assay.pipeline.LeadErasure;
import dev.assay.scoring.step.LeadKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final ErasureConfig config;
  private final Clock clock;

  Leads(
      AgroalDataSource database,
      @Any Instance<LeadErasure> erasures,
      ErasureConfig config,
      Clock clock) {
    this.database = database;
    this.erasures = erasures;
    this.config = config;
    this.clock = clock;
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

  /** The addresses and keys by which the lead is known beside its own. */
  public List<String> aliases(String lead) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return aliases(connection, lead);
    }
  }

  private static List<String> aliases(Connection connection, String lead) throws SQLException {
    List<String> aliases = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT alias FROM lead_alias WHERE lead = ? ORDER BY alias")) {
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
   * Erases a lead with all its history, in one transaction, and refuses what comes under its names
   * for a while. A name that nobody has is refused likewise, and whatever else is kept under it,
   * such as lines of files that were rejected, is erased.
   */
  public void erase(String name) throws SQLException {
    if (name.indexOf(0) < 0) {
      Transaction.run(database, connection -> erase(connection, LeadKey.of(name.strip()), true));
    }
  }

  /** Erases a lead that was made up; it may be made up again. */
  public void eraseMadeUp(String name) throws SQLException {
    Transaction.run(database, connection -> erase(connection, LeadKey.of(name), false));
  }

  private boolean erase(Connection connection, LeadKey name, boolean forGood) throws SQLException {
    Instant now = clock.instant();
    String lead = resolve(connection, name.value());
    while (!lock(connection, lead)) {
      String present = resolve(connection, name.value());
      if (present.equals(lead)) {
        ErasedNames.reserve(connection, lead, now);
      }
      lead = present; // merged meanwhile
    }
    if (forGood && name instanceof LeadKey.Email) {
      // Whoever is giving the address to another lead is waited for.
      Aliases.claim(connection, Map.of(name.value(), lead), now);
      String holder = resolve(connection, name.value());
      if (!holder.equals(lead) && lock(connection, holder)) {
        eraseAll(connection, holder, forGood, now);
      }
    }
    eraseAll(connection, lead, forGood, now);
    return true;
  }

  private void eraseAll(Connection connection, String lead, boolean forGood, Instant now)
      throws SQLException {
    if (forGood) {
      Set<String> names = new HashSet<>(aliases(connection, lead));
      names.add(lead);
      ErasedNames.remember(connection, names, now, now.plus(config.refuseFor()));
    }
    for (LeadErasure erasure : erasures) {
      erasure.erase(connection, lead);
    }
    for (String table : TABLES) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE lead = ?")) {
        delete.setString(1, lead);
        delete.executeUpdate();
      }
    }
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
