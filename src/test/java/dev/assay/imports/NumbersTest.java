package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "1234 | 1234",
        "-5 | -5",
        "2.5 | 2.5",
        "1234.5 | 1234.5",
        "1234.567 | 1234.567",
        "0.125 | 0.125",
        "1.2340 | 1.2340",
        "2,5 | 2.5",
        "1234,56 | 1234.56",
        "0,125 | 0.125",
        "1,234,567 | 1234567",
        "1.234.567 | 1234567",
        "1,234.50 | 1234.50",
        "1.234,50 | 1234.50",
        "-1.234,5 | -1234.5",
        "1,234,567.891 | 1234567.891",
        "123456789012345 | 123456789012345",
      })
  void whatHasOneReadingIsRead(String cell, String number) {
    JsonNode read = Cells.profile("revenue", cell);

    assertThat(read.isNumber()).isTrue();
    assertThat(read.decimalValue().toPlainString()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234", "1.234", "10.000", "10,000", "999.999", "-1.234", "-100,000"})
  void whatHasTwoReadingsIsNotGuessed(String cell) {
    assertThat(Cells.profile("revenue", cell).isNumber()).isFalse();
    assertThat(Cells.free(cell).isNumber()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        "1.2.3",
        "1,23,4",
        "12,34,567",
        "1,2345.5",
        "1.2345,5",
        "1,234.567.8",
        "1.234.56",
        "0,123,456",
        "1234,567,890",
        "1,234,56",
        "007",
        "00",
        ",5",
        ".5",
        "5.",
        "5,",
        "-",
        "",
        "+5",
        "--5",
        "5-",
        "(5)",
        "1e5",
        "1 234",
        "1\u00a0234",
        "1'234",
        "\u22125",
        "\u0661\u0662",
        "\uff11\uff12",
        "$5",
        "5\u20ac",
        "5%",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "1234567890123456",
        "1,234,567,890,123,456",
        "0.1234567891",
      })
  void whatIsNoNumberIsNone(String cell) {
    assertThat(Cells.profile("revenue", cell).isNumber()).isFalse();
    assertThat(Cells.free(cell).isNumber()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"300, 300", "300.0, 300", "'300,00', 300", "'1,234,567', 1234567"})
  void whatIsWholeIsRead(String cell, int number) {
    assertThat(Cells.profile("employees", cell).isIntegralNumber()).isTrue();
    assertThat(Cells.profile("employees", cell).intValue()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2,5", "300.000", "0.125"})
  void whatIsNotWholeIsNot(String cell) {
    assertThat(Cells.profile("employees", cell).isNumber()).isFalse();
  }
}
