package dev.assay.shipped;

import dev.assay.engine.DrlFile;
import dev.assay.engine.DrlPackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rules as they lie in {@code rules/}. */
public final class ShippedRules {
  public static final Path FOLDER = Path.of("rules");

  private static final class Compiled {
    static final DrlPackages DRL = DrlPackages.compile(files());
  }

  private ShippedRules() {}

  public static byte[] workbook() {
    try {
      return Files.readAllBytes(FOLDER.resolve("lead-scoring.xlsx"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Compiled once for all tests. */
  public static DrlPackages drl() {
    return Compiled.DRL;
  }

  public static List<DrlFile> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".drl"))
          .sorted()
          .map(ShippedRules::read)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static DrlFile read(Path file) {
    try {
      return new DrlFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
