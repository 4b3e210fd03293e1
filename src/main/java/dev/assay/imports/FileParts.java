package dev.assay.imports;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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

  /** Hands on a file while it is stored. */
  static final class Writer extends FilterInputStream {
    private final Connection connection;
    private final int id;
    private final MessageDigest digest;
    private final byte[] part = new byte[PART];
    private int filled;
    private int number;
    private long length;

    Writer(Connection connection, int id, InputStream file) {
      this(connection, id, file, sha256());
    }

    private Writer(Connection connection, int id, InputStream file, MessageDigest digest) {
      super(new DigestInputStream(file, digest));
      this.connection = connection;
      this.id = id;
      this.digest = digest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
      int read = super.read(buffer, from, Math.min(most, PART - filled));
      if (read > 0) {
        System.arraycopy(buffer, from, part, filled, read);
        filled += read;
        length += read;
        if (filled == PART) {
          store();
        }
      }
      return read;
    }

    /** Stores what is left. */
    void finish() throws IOException {
      if (filled > 0) {
        store();
      }
    }

    long length() {
      return length;
    }

    byte[] digest() {
      return digest.digest();
    }

    private void store() throws IOException {
      try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
        insert.setInt(1, id);
        insert.setInt(2, number++);
        insert.setBytes(3, Arrays.copyOf(part, filled));
        insert.executeUpdate();
        filled = 0;
      } catch (SQLException failure) {
        throw new IOException(failure);
      }
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
