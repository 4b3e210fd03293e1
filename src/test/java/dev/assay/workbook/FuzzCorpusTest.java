package dev.assay.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays what fuzzing found worth keeping; {@code mvn -Pfuzz} looks for more. */
class FuzzCorpusTest {
  static final Path CORPUS = Path.of("src", "test", "fuzz", "workbook");

  @TestFactory
  Stream<DynamicTest> whatWasKeptIsReadOrRefused() throws IOException {
    List<Path> inputs;
    try (Stream<Path> files = Files.list(CORPUS)) {
      inputs = files.sorted().toList();
    }
    assertThat(inputs).isNotEmpty();
    return inputs.stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    String.valueOf(input.getFileName()),
                    () -> ReaderFuzz.fuzzerTestOneInput(Files.readAllBytes(input))));
  }
}
