package dev.assay.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file of the named table, in a small process of its own. */
class HostileFilesTest {
  private static final Path MARKER = Path.of("target", "assay-hacked");

  @Test
  void eachIsDoneWithInTwoSecondsAndHalfAGigabyte() throws Exception {
    Path folder = emptied(Path.of("target", "hostile-files"));
    Path output = Path.of("target", "hostile-files.txt");
    List<Trial> trials = WorkbookReaderTest.trials();
    for (int i = 0; i < trials.size(); i++) {
      Files.write(folder.resolve("%04d".formatted(i)), trials.get(i).file().get());
    }
    assertThat(run(folder, output)).as(() -> text(output)).isZero();

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSameSizeAs(trials);
    for (int i = 0; i < lines.size(); i++) {
      Trial trial = trials.get(i);
      String[] line = lines.get(i).split(" ", 3);
      assertThat(Integer.parseInt(line[1]))
          .as("milliseconds for " + trial.name())
          .isLessThan(2_000);
      assertThat(line[2]).as(trial.name()).isEqualTo(trial.errors().isEmpty() ? "read" : "refused");
    }
    assertThat(MARKER).as("what code in the files would make").doesNotExist();
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    return folder;
  }

  private static int run(Path folder, Path output) throws IOException, InterruptedException {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath(),
                HostileFiles.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!reader.waitFor(5, TimeUnit.MINUTES)) {
      reader.destroyForcibly();
      throw new AssertionError("still reading after five minutes: " + text(output));
    }
    return reader.exitValue();
  }

  private static String classPath() {
    return Objects.requireNonNullElse(
        System.getProperty("surefire.test.class.path"),
        Objects.requireNonNull(System.getProperty("java.class.path")));
  }

  private static String text(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException none) {
      return new File(output.toString()) + " cannot be read";
    }
  }
}
