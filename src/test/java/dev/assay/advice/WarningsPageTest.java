package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WarningsPageTest {

  @Test
  void thePageExplainsEveryKind() throws IOException {
    String page = Files.readString(Path.of("docs", "warnings.md"));
    for (WarningCode code : WarningCode.values()) {
      assertThat(page).contains("| `%s` | ".formatted(code.code()));
    }
  }
}
