package dev.assay.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL for one platform, as it comes with the service.
 *
 * @param resource on the class path
 */
record Archive(String resource) {
  private static final ClassLoader LOADER = Archive.class.getClassLoader();
  private static final int OWNER_EXECUTES = 0100;

  /**
   * The one for this machine.
   *
   * @throws IllegalStateException if none comes with the service
   */
  static Archive forThisMachine() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "");
    return fitting(system, processor, Files.exists(Path.of("/etc/alpine-release"))).stream()
        .map(Archive::new)
        .filter(archive -> LOADER.getResource(archive.resource) != null)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No PostgreSQL for %s on %s comes with the service. Set QUARKUS_DATASOURCE_JDBC_URL to use a server of yours"
                        .formatted(system, processor)));
  }

  /** Names of archives that run there, best first. Alpine Linux has a C library of its own. */
  static List<String> fitting(String system, String processor, boolean alpine) {
    boolean arm = processor.equals("aarch64");
    String own = arm ? "arm_64" : processor.equals("amd64") ? "x86_64" : processor;
    if (system.startsWith("linux")) {
      return List.of("postgres-linux-%s%s.txz".formatted(own, alpine ? "-alpine_linux" : ""));
    }
    String name = system.startsWith("mac") ? "darwin" : system.replaceFirst(" .*", "");
    String native64 = "postgres-%s-%s.txz".formatted(name, own);
    // Both systems run programs of the other processor.
    return arm ? List.of(native64, "postgres-%s-x86_64.txz".formatted(name)) : List.of(native64);
  }

  private InputStream content() throws IOException {
    InputStream content = LOADER.getResourceAsStream(resource);
    if (content == null) {
      throw new IOException("The archive %s is gone from the class path".formatted(resource));
    }
    return content;
  }

  /** SHA-256 of the whole archive, in hexadecimal. */
  String digest() throws IOException {
    try (InputStream content = content()) {
      return FileDigests.sha256(content);
    }
  }

  /** Unpacks it into an empty folder, for this account alone. */
  void unpack(Path folder) throws IOException {
    try (InputStream content = new BufferedInputStream(content());
        TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(content))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        unpack(entry, entries, folder);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path place = inside(folder, folder.resolve(entry.getName()), entry);
    if (entry.isDirectory()) {
      PrivateFolder.create(place);
      return;
    }
    PrivateFolder.create(place.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      inside(folder, place.resolveSibling(entry.getLinkName()), entry);
      Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
      try (OutputStream file =
          Channels.newOutputStream(
              Files.newByteChannel(
                  place,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PrivateFolder.file(program)))) {
        content.transferTo(file);
      }
    } else {
      throw new IOException("The archive has %s, which is no file".formatted(entry.getName()));
    }
  }

  private static Path inside(Path folder, Path place, TarArchiveEntry entry) throws IOException {
    Path plain = place.normalize();
    if (!plain.startsWith(folder)) {
      throw new IOException("The archive has %s, which is outside".formatted(entry.getName()));
    }
    return plain;
  }
}
