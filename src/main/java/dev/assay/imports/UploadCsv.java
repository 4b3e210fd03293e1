package dev.assay.imports;

import dev.assay.csv.ReadCsv;
import dev.assay.csv.UnreadableCsv;
import dev.assay.database.Transaction;
import dev.assay.problem.Problems;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Stores a file as a draft. While it arrives it is written to the disk and read, to see that it can
 * be read; the database has nothing to do with it before all of it is there.
 */
@ApplicationScoped
public class UploadCsv {
  private static final int LONGEST_NAME = 200;
  private static final String BEGIN =
      """
      INSERT INTO csv_import
          (name, kind, bytes, digest, delimiter, header, mapping, lines, created_by, created_at)
      VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) RETURNING id
      """;

  private final AgroalDataSource database;
  private final Imports imports;
  private final ImportConfig config;
  private final UploadSlots slots;
  private final UploadFolder folder;
  private final Clock clock;

  /** Files that have arrived go to the database one after the other, over one connection. */
  private final ReentrantLock storing = new ReentrantLock(true);

  UploadCsv(
      AgroalDataSource database,
      Imports imports,
      ImportConfig config,
      UploadSlots slots,
      UploadFolder folder,
      Clock clock) {
    this.database = database;
    this.imports = imports;
    this.config = config;
    this.slots = slots;
    this.folder = folder;
    this.clock = clock;
  }

  /** What was found out about a file while it arrived. */
  private record Arrived(
      long bytes, byte[] digest, char delimiter, List<String> header, long lines) {}

  /**
   * Stores the file. Holds the thread until it has arrived, and no connection to the database.
   *
   * @param sent the file as it arrives; it is not closed
   * @param name of the file
   * @param by id of the key with which it was uploaded
   * @return the number of the draft
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it cannot be read (400), arrives too
   *     slowly (408), is too large (413), if too many arrive at once (429), or if the disk does not
   *     take it (503); then nothing was stored
   */
  public int upload(InputStream sent, @Nullable String name, String by) throws SQLException {
    try (UploadSlots.Slot held = slots.take(by);
        UploadFile file = folder.create()) {
      Arrived arrived = receive(sent, file);
      storing.lock();
      try {
        return Transaction.run(
            database, connection -> store(connection, arrived, file, shown(name), by));
      } finally {
        storing.unlock();
      }
    } catch (IOException ofTheDisk) {
      throw UploadFolder.cannotStore(ofTheDisk);
    }
  }

  private Arrived receive(InputStream sent, UploadFile file) {
    MinimumRate paced =
        new MinimumRate(
            sent,
            config.minUploadRate().asLongValue(),
            config.uploadRateWindow(),
            System::nanoTime);
    ArrivingFile arriving = new ArrivingFile(paced, file, config.largestFile().asLongValue());
    try (ReadCsv csv = new ReadCsv(arriving)) {
      long lines = 0;
      while (csv.next() != null) {
        refuseTooMany(++lines);
      }
      return new Arrived(
          arriving.length(), arriving.digest(), csv.delimiter(), csv.header(), lines);
    } catch (UnreadableCsv unreadable) {
      throw Problems.badRequest(unreadable.getMessage() + " Nothing was stored.");
    } catch (IOException broken) {
      throw Problems.badRequest("The file did not arrive whole; send it again.");
    }
  }

  private void refuseTooMany(long lines) {
    if (lines > config.mostLines()) {
      throw Problems.tooLarge(
          "The file has more than %,d lines; import it in parts.".formatted(config.mostLines()));
    }
  }

  private int store(Connection connection, Arrived arrived, UploadFile file, String name, String by)
      throws SQLException, IOException {
    int id = begin(connection, arrived, name, by);
    FileParts.store(connection, id, file.read());
    return id;
  }

  private int begin(Connection connection, Arrived arrived, String name, String by)
      throws SQLException {
    Mapping guess = GuessMapping.guess(arrived.header());
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      Imports.set(
          insert,
          name,
          guess.kind().name(),
          arrived.bytes(),
          arrived.digest(),
          String.valueOf(arrived.delimiter()),
          imports.write(arrived.header()),
          imports.write(guess),
          arrived.lines(),
          by,
          Imports.time(clock.instant()));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static String shown(@Nullable String name) {
    String clean = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
    return clean.isEmpty()
        ? "upload.csv"
        : clean.substring(
            0,
            clean.offsetByCodePoints(
                0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()))));
  }
}
