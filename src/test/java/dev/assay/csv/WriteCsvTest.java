package dev.assay.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WriteCsvTest {

  @Test
  void numbersStayNumbersAndNullIsEmpty() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WriteCsv csv = new WriteCsv(out)) {
      csv.line(List.of("a", "b", "c", "d"));
      csv.line(Arrays.asList(-5, null, "-5", "say \"hi\", twice"));
    }

    assertThat(out.toString(UTF_8))
        .isEqualTo("\uFEFFa,b,c,d\r\n-5,,'-5,\"say \"\"hi\"\", twice\"\r\n");
    try (ReadCsv csv = new ReadCsv(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(csv.header()).containsExactly("a", "b", "c", "d");
      assertThat(Objects.requireNonNull(csv.next()).cells())
          .containsExactly("-5", "", "'-5", "say \"hi\", twice");
    }
  }
}
