package dev.assay.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in a folder, told by SHA-256. */
final class FileDigests {
  private static final int CHUNK = 1 << 16;

  private FileDigests() {}

  /** Digest of all that comes, in hexadecimal. */
  static String sha256(InputStream content) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[CHUNK];
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        digest.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /**
   * A line for each file and link below the folder, in the order of their names. Two folders with
   * the same lines hold the same.
   */
  static String of(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(path -> Files.isSymbolicLink(path) || !Files.isDirectory(path))
              .sorted()
              .toList();
      return files.parallelStream()
          .map(file -> line(folder, file))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static String line(Path folder, Path file) {
    Path name = folder.relativize(file);
    try {
      if (Files.isSymbolicLink(file)) {
        return "%s -> %s".formatted(name, Files.readSymbolicLink(file));
      }
      try (InputStream content = Files.newInputStream(file)) {
        return "%s  %s".formatted(sha256(content), name);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
