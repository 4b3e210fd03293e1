package dev.assay.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:30:00Z,2026-11-20T09:30:00Z",
    "2026-11-20T09:30Z,2026-11-20T09:30:00Z",
    "2026-11-20t09:30:00z,2026-11-20T09:30:00Z",
    "2026-11-20 09:30:00Z,2026-11-20T09:30:00Z",
    "2026-11-20T09:30:00.123456789+01:00,2026-11-20T08:30:00.123456789Z",
    "2026-11-20T09:30:00-00:00,2026-11-20T09:30:00Z",
    "2026-11-20T09:30:00+18:00,2026-11-19T15:30:00Z",
    "2024-02-29T23:59:59.9Z,2024-02-29T23:59:59.900Z",
  })
  void reads(String text, String moment) {
    assertThat(Rfc3339.parse(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-11-20",
        "2026-11-20T09",
        "2026-11-20T09:30",
        "2026-11-20T09:30:00",
        "2026-11-20T09:30:00Zx",
        "2026-11-20T09:30:00Z ",
        "2026-11-20T09:30:00,5Z",
        "2026-11-20T09:30:00.1234567891Z",
        "2026-11-20T09:30:00+18:01",
        "2026-11-20T24:00:00Z",
        "2026-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z",
      })
  void refuses(String text) {
    assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
