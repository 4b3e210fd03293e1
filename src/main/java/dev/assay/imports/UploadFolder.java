package dev.assay.imports;

import dev.assay.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Where files lie while they arrive. Only the service's own user can read the folder. A file has no
 * name in it: the name is taken away as soon as the file is open, so the file is gone when it is
 * closed, and also when the process dies.
 */
@ApplicationScoped
class UploadFolder {
  private static final Logger LOG = Logger.getLogger(UploadFolder.class);
  private static final String FILES = "upload-*.csv";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Path folder;

  @Inject
  UploadFolder(ImportConfig config) {
    this(config.uploadDirectory());
  }

  UploadFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  void start(@Observes StartupEvent event) {
    clean();
  }

  /**
   * Deletes what a process left that died between making a file and taking its name away. Files of
   * other processes that share the folder lose at most a name that they do not need.
   */
  void clean() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, FILES)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      LOG.warnf(failure, "Cannot delete old files in %s", folder);
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws HttpProblem if the folder cannot be written to (503)
   */
  UploadFile create() {
    try {
      prepare();
      Path path = Files.createTempFile(folder, "upload-", ".csv");
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        Files.deleteIfExists(path);
      } catch (IOException stillNamed) {
        channel.close();
        throw stillNamed;
      }
      return new UploadFile(channel);
    } catch (IOException failure) {
      throw cannotStore(failure);
    }
  }

  private void prepare() throws IOException {
    if (Files.isDirectory(folder)) {
      if (isPosix(folder)) {
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
      }
      return;
    }
    Path parent = Files.createDirectories(folder.resolveSibling("."));
    FileAttribute<?>[] ownerOnly =
        isPosix(parent)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, ownerOnly);
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  /** Logs why the disk does not take a file, and says so to the caller. */
  static HttpProblem cannotStore(IOException failure) {
    LOG.error(
        "An upload cannot be stored; see that the folder of assay.imports.upload-directory can be"
            + " written to and has room",
        failure);
    return Problems.unavailable(
        "The service cannot store the file now; its log says why. Nothing was stored.", LATER);
  }
}
