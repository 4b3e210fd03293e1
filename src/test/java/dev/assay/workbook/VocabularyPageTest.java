package dev.assay.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class VocabularyPageTest {

  @Test
  void thePageSaysWhatTheCodeKnows() throws IOException {
    assertThat(Files.readString(VocabularyPage.FILE)).isEqualTo(VocabularyPage.page());
  }
}
