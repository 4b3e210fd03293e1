package dev.assay.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the database has a usable admin key. The first one is the operator's own choice,
 * or else it is made and left in a file that only the service's own user can read. Of several
 * replicas that start at once, one stores the key.
 */
@Singleton
class AdminKey {

  /** Early among what runs at start, after the schema is there. */
  static final int STARTS = 10;

  /** SQL state of a primary key that is there already. */
  private static final String TAKEN = "23505";

  private static final Logger LOG = Logger.getLogger(AdminKey.class);

  private final KeyTable table;
  private final @Nullable Token chosen;
  private final Path file;

  AdminKey(KeyTable table, SecurityConfig config) {
    this.table = table;
    this.chosen = config.adminKey().map(AdminKey::read).orElse(null);
    this.file = config.adminKeyFile().toAbsolutePath();
  }

  void start(@Observes @Priority(STARTS) StartupEvent event) throws SQLException {
    if (chosen == null) {
      table.ensureAdmin(Token.random(), this::write);
      return;
    }
    try {
      table.ensureAdmin(chosen, AdminKey::tell);
    } catch (SQLException failure) {
      if (TAKEN.equals(failure.getSQLState())) {
        throw usedUp(chosen, failure);
      }
      throw failure;
    }
  }

  private static Token read(String text) {
    Token token = Token.parse(text.strip());
    if (token == null) {
      // The text is not shown: it may be a key all but one character.
      throw new IllegalStateException(
          "assay.security.admin-key is no key: expected assay_, 16 hex digits, _ and 43 characters"
              + " of base64url. docs/access.md shows how to make one");
    }
    return token;
  }

  private static IllegalStateException usedUp(Token token, SQLException failure) {
    return new IllegalStateException(
        "assay.security.admin-key is %s, which was revoked or has another role, and no usable admin key is left; choose a new one"
            .formatted(token),
        failure);
  }

  private static void tell(Token token) {
    LOG.infof(
        "Stored the admin key %s of assay.security.admin-key, as no usable one existed", token);
  }

  /** Readers see the old file or the whole new one, and at no time can others read it. */
  private void write(Token token) {
    try {
      Path directory = Files.createDirectories(file.resolveSibling("."));
      Path fresh = Files.createTempFile(directory, "admin", ".key", ownerOnly(directory));
      try {
        Files.writeString(fresh, token.reveal() + System.lineSeparator());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Cannot write the first admin key to %s; set assay.security.admin-key-file to a place"
                  .formatted(file)
              + " the service can write to, or choose the key yourself with assay.security.admin-key",
          failure);
    }
    LOG.infof("Made an admin key, as no usable one existed; it is in %s", file);
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
    return Files.getFileStore(directory).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
