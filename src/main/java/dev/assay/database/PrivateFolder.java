package dev.assay.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders and files that only the account of the service may read or change, whatever its umask is.
 * Where a file system knows no such permissions (Windows), the rights of the folder above hold.
 */
public final class PrivateFolder {
  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private static final int OTHERS_READ_OR_CHANGE = 0077;
  private static final int OTHERS_CHANGE = 0022;
  private static final int ALL_CHANGE = 0002;

  /** In such a folder everybody may add files, but remove only their own. */
  private static final int STICKY = 01000;

  private PrivateFolder() {}

  /**
   * Makes the folder, and those above it that are missing, for this account alone. Those that exist
   * stay as they are.
   *
   * @throws IOException if it cannot be made
   */
  public static Path create(Path folder) throws IOException {
    return Files.createDirectories(folder, only(FOLDER));
  }

  /**
   * As {@link #create}, and takes the folder itself away from others if it exists already.
   *
   * @throws IOException if that is not possible
   */
  public static Path make(Path folder) throws IOException {
    create(folder);
    if (UNIX && (mode(folder) & OTHERS_READ_OR_CHANGE) != 0) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
    return folder;
  }

  /** Whether somebody else could have put something into the folder. */
  static boolean othersMayChange(Path folder) throws IOException {
    return UNIX && Files.exists(folder) && (mode(folder) & OTHERS_CHANGE) != 0;
  }

  /**
   * Makes sure that nobody else can put another folder in the place of this one.
   *
   * @throws IllegalStateException if it belongs to another account, or if everybody may rename it
   */
  static void requireOwn(Path folder, int account) throws IOException {
    if (!UNIX) {
      return;
    }
    int owner = (int) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (owner != account) {
      throw new IllegalStateException(
          "The folder %s belongs to the account %d, but the service runs as %d. Give it to that one (chown -R %d %s), or run the service as the other"
              .formatted(folder, owner, account, account, folder));
    }
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if ((mode(above) & (ALL_CHANGE | STICKY)) == ALL_CHANGE) {
        throw new IllegalStateException(
            "Every user of this machine may change the folder %s, and so replace the embedded database in %s. Take that right away (chmod o-w %s), or choose another folder with ASSAY_DATABASE_DIRECTORY"
                .formatted(above, folder, above));
      }
    }
  }

  /** The number of the account that the service runs as, 0 for root; -1 where there is none. */
  static int account(Path folder) throws IOException {
    if (!UNIX) {
      return -1;
    }
    Path mine = Files.createTempFile(folder, "account", "", only(FILE));
    try {
      return (int) Files.getAttribute(mine, "unix:uid");
    } finally {
      Files.delete(mine);
    }
  }

  /** Replaces the file: others never read it, and readers see the old text or the whole new one. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.resolveSibling(".");
    Path draft =
        Files.createTempFile(folder, file.getFileName().toString(), ".new", only(FILE)).normalize();
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** For a new file that is read and written, and run as a program if so wished. */
  static FileAttribute<?>[] file(boolean program) {
    return only(program ? FOLDER : FILE);
  }

  private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
    return UNIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode");
  }
}
