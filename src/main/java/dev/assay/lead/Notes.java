package dev.assay.lead;

import dev.assay.pipeline.LeadErasure;
import dev.assay.pipeline.LeadMerge;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What people write about leads. Rules do not see it, so it changes no score. */
@ApplicationScoped
public class Notes implements LeadErasure, LeadMerge {
  private static final int LONGEST = 4_000;
  private static final Pattern UNSOUND = Pattern.compile("[\\p{Cs}\\p{Cc}&&[^\\n\\t]]");

  /** Waits for whoever merges or erases the lead, and keeps others from it. */
  private static final String WRITE =
      """
      INSERT INTO lead_note (lead, id, at, author, text)
      SELECT lead, ?, ?, ?, ? FROM lead WHERE lead = ? FOR SHARE
      """;

  private final AgroalDataSource database;
  private final Clock clock;

  Notes(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A note as it was written. */
  public record Note(UUID id, Instant at, String author, String text) {}

  /**
   * Keeps a note of the lead.
   *
   * @param name the lead's key or e-mail address
   * @param author what the key is called with which it is written
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is no such lead (404) or the text
   *     cannot be one (400)
   */
  public Note write(String name, String text, String author) throws SQLException {
    if (name.indexOf(0) >= 0) {
      throw LeadsResource.unknown(name);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Note note = new Note(UUID.randomUUID(), now, author, checked(text));
    try (Connection connection = database.getConnection()) {
      String lead = Leads.resolve(connection, name);
      while (!written(connection, lead, note)) {
        String merged = Leads.resolve(connection, name);
        if (merged.equals(lead)) {
          throw LeadsResource.unknown(name);
        }
        lead = merged;
      }
    }
    return note;
  }

  @Override
  public void erase(Connection connection, String lead) throws SQLException {
    execute(connection, "DELETE FROM lead_note WHERE lead = ?", lead);
  }

  @Override
  public void merge(Connection connection, String into, String from) throws SQLException {
    execute(connection, "UPDATE lead_note SET lead = ? WHERE lead = ?", into, from);
  }

  private static String checked(String given) {
    String text = given.replace("\r\n", "\n").strip();
    if (text.isEmpty()) {
      throw refused("must not be blank");
    }
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST) {
      throw refused("must have at most %d characters, not %d".formatted(LONGEST, length));
    }
    if (UNSOUND.matcher(text).find()) {
      throw refused("must hold no control characters but line breaks and tabs");
    }
    return text;
  }

  private static RuntimeException refused(String message) {
    return Problems.invalid(List.of(new Violation("text", null, message)));
  }

  private static boolean written(Connection connection, String lead, Note note)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
      insert.setObject(1, note.id());
      insert.setObject(2, OffsetDateTime.ofInstant(note.at(), ZoneOffset.UTC));
      insert.setString(3, note.author());
      insert.setString(4, note.text());
      insert.setString(5, lead);
      return insert.executeUpdate() == 1;
    }
  }

  private static void execute(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
