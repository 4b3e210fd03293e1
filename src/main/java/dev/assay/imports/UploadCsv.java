package dev.assay.imports;

import dev.assay.csv.ReadCsv;
import dev.assay.csv.UnreadableCsv;
import dev.assay.database.Transaction;
import dev.assay.problem.Problems;
import dev.assay.problem.VisibleText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores a file as a draft once it has arrived, and reads all of it to see that it can be read. */
@ApplicationScoped
public class UploadCsv {
  private static final Logger LOG = Logger.getLogger(UploadCsv.class);
  private static final Duration NO_ROOM = Duration.ofMinutes(1);
  private static final int LONGEST_NAME = 200;
  private static final String BEGIN =
      """
      INSERT INTO csv_import
          (name, kind, bytes, digest, delimiter, header, mapping, lines, created_by, created_at)
      VALUES (?, 'leads', 0, '', '', '[]', '{}', 0, ?, ?) RETURNING id
      """;
  private static final String FINISH =
      """
      UPDATE csv_import SET kind = ?, bytes = ?, digest = ?, delimiter = ?, header = ?::jsonb,
          mapping = ?::jsonb, lines = ?
      WHERE id = ?
      """;

  private final AgroalDataSource database;
  private final UploadSlots slots;
  private final Imports imports;
  private final ImportConfig config;
  private final Clock clock;

  UploadCsv(
      AgroalDataSource database,
      UploadSlots slots,
      Imports imports,
      ImportConfig config,
      Clock clock) {
    this.database = database;
    this.slots = slots;
    this.imports = imports;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Stores the file.
   *
   * @param name of the file
   * @param by id of the key with which it was uploaded
   * @return the number of the draft
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it cannot be read (400), is too large
   *     (413) or too many others arrive (429); then nothing was stored
   */
  public int upload(InputStream file, @Nullable String name, String by) throws SQLException {
    try (UploadSlots.Slot slot = slots.take(by);
        SpooledFile spooled = SpooledFile.of(file, config.largestFile().asLongValue())) {
      return Transaction.run(
          database, connection -> upload(connection, spooled.content(), shown(name), by));
    } catch (SpooledFile.TooLong tooLong) {
      throw tooLarge();
    } catch (SpooledFile.NoRoom full) {
      LOG.warnf("An uploaded file could not be written to disk: %s", full.getMessage());
      throw Problems.unavailable(
          "There is no room on disk for the file now. Upload it again later.", NO_ROOM);
    } catch (IOException cutOff) {
      throw Problems.badRequest("The file did not arrive whole; send it again.");
    }
  }

  private int upload(Connection connection, InputStream file, String name, String by)
      throws SQLException {
    try {
      int id = begin(connection, name, by);
      read(connection, id, file);
      return id;
    } catch (UnreadableCsv unreadable) {
      throw Problems.badRequest(unreadable.getMessage() + " Nothing was stored.");
    } catch (IOException failure) {
      if (failure.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw Problems.badRequest("The file did not arrive whole; send it again.");
    }
  }

  private void read(Connection connection, int id, InputStream file)
      throws IOException, UnreadableCsv, SQLException {
    FileParts.Writer stored = new FileParts.Writer(connection, id, file);
    long lines = 0;
    try (ReadCsv csv = new ReadCsv(stored)) {
      while (csv.next() != null) {
        lines++;
        refuseTooMuch(stored.length(), lines);
      }
      stored.finish();
      refuseTooMuch(stored.length(), lines);
      Mapping guess = GuessMapping.guess(csv.header());
      try (PreparedStatement update = connection.prepareStatement(FINISH)) {
        Imports.set(
            update,
            guess.kind().name(),
            stored.length(),
            stored.digest(),
            String.valueOf(csv.delimiter()),
            imports.write(csv.header()),
            imports.write(guess),
            lines,
            id);
        update.executeUpdate();
      }
    }
  }

  private void refuseTooMuch(long length, long lines) {
    if (length > config.largestFile().asLongValue()) {
      throw tooLarge();
    }
    if (lines > config.mostLines()) {
      throw Problems.tooLarge(
          "The file has more than %,d lines; import it in parts.".formatted(config.mostLines()));
    }
  }

  private RuntimeException tooLarge() {
    return Problems.tooLarge(
        "The file has more than %,d bytes; import it in parts."
            .formatted(config.largestFile().asLongValue()));
  }

  private int begin(Connection connection, String name, String by) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      Imports.set(insert, name, by, Imports.time(clock.instant()));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static String shown(@Nullable String name) {
    String clean = name == null ? "" : VisibleText.cleaned(name);
    return clean.isEmpty()
        ? "upload.csv"
        : clean.substring(
            0,
            clean.offsetByCodePoints(
                0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()))));
  }
}
