package dev.assay.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The decisions that are written down. */
final class Decisions {
  static final Path FOLDER = Path.of("docs", "decisions");
  static final Path INDEX = FOLDER.resolve("README.md");
  private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z-]+\\.md");

  private Decisions() {}

  /** By their numbers. */
  static SortedMap<Integer, Path> files() throws IOException {
    SortedMap<Integer, Path> decisions = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(file -> !file.equals(INDEX)).toList()) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
          throw new AssertionError(file + " is not named like 0001-what-was-decided.md");
        }
        Path other = decisions.put(Integer.valueOf(name.group(1)), file);
        if (other != null) {
          throw new AssertionError(file + " and " + other + " have the same number");
        }
      }
    }
    return decisions;
  }
}
