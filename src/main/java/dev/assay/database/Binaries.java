package dev.assay.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The programs of PostgreSQL, unpacked where nobody else can change them. They are compared with
 * what was unpacked before one of them is run.
 *
 * @param folder with bin, lib and share
 * @param fresh whether they were unpacked just now
 */
record Binaries(Path folder, boolean fresh) {
  private static final Logger LOG = Logger.getLogger(Binaries.class);
  private static final String ENDING =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
          ? ".exe"
          : "";

  /** Those that lie in the folder, or, if anything of them differs, new ones. */
  static Binaries in(Path folder, Archive archive, boolean trusted) throws IOException {
    Path binaries = folder.resolve("binaries");
    Path list = folder.resolve("binaries.sha256");
    String digest = archive.digest() + "\n";
    if (trusted && Files.isDirectory(binaries) && Files.exists(list)) {
      String expected = Files.readString(list);
      if (expected.equals(digest + FileDigests.of(binaries))) {
        return new Binaries(binaries, false);
      }
      if (expected.startsWith(digest)) {
        LOG.warnf("The programs in %s were changed; unpacking them anew", binaries);
      }
    }
    Files.deleteIfExists(list);
    delete(binaries);
    archive.unpack(PrivateFolder.make(binaries));
    PrivateFolder.write(list, digest + FileDigests.of(binaries));
    return new Binaries(binaries, true);
  }

  /** One of bin, by its name without an ending. */
  Path program(String name) {
    return folder.resolve("bin").resolve(name + ENDING);
  }

  /** Deletes the folder with all that is in it, if it exists. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
