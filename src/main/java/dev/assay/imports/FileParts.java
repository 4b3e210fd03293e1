package dev.assay.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A file in the database, in parts of which one at a time is in memory. */
final class FileParts {
  private static final int PART = 1 << 18;
  private static final String WRITE =
      "INSERT INTO csv_import_part (csv_import, number, bytes) VALUES (?, ?, ?)";
  private static final String READ =
      "SELECT bytes FROM csv_import_part WHERE csv_import = ? AND number = ?";

  private FileParts() {}

  /** Reads a file that was stored, part by part. */
  static InputStream open(DataSource database, int id) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private int number;
          private @Nullable InputStream next = part(database, id, number);

          @Override
          public boolean hasMoreElements() {
            return next != null;
          }

          @Override
          public InputStream nextElement() {
            InputStream part = Objects.requireNonNull(next);
            next = part(database, id, ++number);
            return part;
          }
        });
  }

  private static @Nullable InputStream part(DataSource database, int id, int number) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setInt(1, id);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new ByteArrayInputStream(row.getBytes(1)) : null;
      }
    } catch (SQLException failure) {
      throw new UncheckedIOException(new IOException(failure));
    }
  }

  /** Stores a file, which is to be on a disk of ours: the connection is held meanwhile. */
  static void store(Connection connection, int id, InputStream file)
      throws SQLException, IOException {
    try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
      int number = 0;
      for (byte[] part = file.readNBytes(PART); part.length > 0; part = file.readNBytes(PART)) {
        insert.setInt(1, id);
        insert.setInt(2, number++);
        insert.setBytes(3, part);
        insert.executeUpdate();
      }
    }
  }
}
