package dev.assay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "1300 | 1300",
        "-5 | -5",
        "2.5 | 2.5",
        "0.125 | 0.125",
        "1234.567 | 1234.567",
        "10.0000 | 10.0000",
        "1,234,567 | 1234567",
        "1.234.567 | 1234567",
        "1,234.50 | 1234.50",
        "1.234,50 | 1234.50",
        "-12.345.678,9 | -12345678.9",
        "999999999999999 | 999999999999999"
      })
  void whatHasOneReadingIsRead(String cell, String number) {
    assertThat(NumberCell.read(cell)).hasToString(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2,5",
        "10.000",
        "1.234",
        "1,234",
        "1,300",
        "-1.000",
        "1,2,3",
        "1.2.3",
        "12,34,567",
        "1,23.4",
        "1.234.56",
        "1 234",
        "1\u00A0234",
        "1'234",
        "\u22125",
        "\u0661\u0662",
        "$5",
        "5M",
        "50%",
        "(5)",
        "1e3",
        "+5",
        "007",
        ".5",
        "5.",
        "1,234,567.",
        "1000000000000000",
        "",
        "many"
      })
  void whatHasTwoReadingsOrNoneIsNot(String cell) {
    assertThat(NumberCell.read(cell)).isNull();
  }
}
