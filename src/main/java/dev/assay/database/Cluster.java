package dev.assay.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of the database. They are made aside and then moved to their place, so that a start
 * that was interrupted can be repeated.
 *
 * @param data where they lie
 * @param own the folder of the service in it
 */
record Cluster(Path data, Path own) {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Moved last: where it is, all the others are. */
  private static final String LAST = "PG_VERSION";

  /** What may lie in a new folder; the last is what file systems put into their root. */
  private static final Set<String> NO_DATA = Set.of("assay", "epg-lock", "lost+found");

  boolean exists() {
    return Files.exists(data.resolve(LAST));
  }

  /**
   * Makes them, or ends an attempt to that was interrupted.
   *
   * @throws IllegalStateException if something else lies in the folder
   */
  void make(Programs programs) throws IOException {
    Path complete = own.resolve("new");
    if (Files.notExists(complete)) {
      refuseOtherFiles();
      Path draft = own.resolve("initdb");
      Binaries.delete(draft);
      // Nobody may connect before there are roles and passwords.
      programs.run(
          "initdb",
          List.of("-A", "reject", "-U", "postgres", "-D", draft.toString(), "-E", "UTF-8"),
          "",
          LONGEST);
      Files.move(draft, complete, StandardCopyOption.ATOMIC_MOVE);
    }
    moveUp(complete);
  }

  private void moveUp(Path complete) throws IOException {
    for (String name : names(complete)) {
      if (!name.equals(LAST)) {
        Files.move(complete.resolve(name), data.resolve(name));
      }
    }
    Files.move(complete.resolve(LAST), data.resolve(LAST));
    Files.delete(complete);
  }

  private void refuseOtherFiles() throws IOException {
    List<String> others = names(data).stream().filter(name -> !NO_DATA.contains(name)).toList();
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          "The folder %s holds no database, but other files (%s). Choose an empty folder with ASSAY_DATABASE_DIRECTORY, or move them away"
              .formatted(data, others.get(0)));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
