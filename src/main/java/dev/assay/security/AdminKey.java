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

/**
 * Makes the first admin key when the database has no usable one, and leaves it in a file that only
 * the service's own user can read. Of several replicas that start at once, one makes the key.
 */
@Singleton
class AdminKey {

  /** Early among what runs at start, after the schema is there. */
  static final int STARTS = 10;

  private static final Logger LOG = Logger.getLogger(AdminKey.class);

  private final KeyTable table;
  private final Path file;

  AdminKey(KeyTable table, SecurityConfig config) {
    this.table = table;
    this.file = config.adminKeyFile().toAbsolutePath();
  }

  void start(@Observes @Priority(STARTS) StartupEvent event) throws SQLException {
    table.ensureAdmin(this::write);
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
              + " the service can write to",
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
