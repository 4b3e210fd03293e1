package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "text/csv; header=present",
        "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
        "multipart/form-data; boundary=\"a b\"",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/x-ndjson;"
      })
  void contentTypesThatCanBeRead(String type) {
    assertThat(MediaTypes.faultOfContent(type)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "application/",
        "/json",
        "garbage",
        "a/b;c",
        "application/json;;",
        "text/plain; charset=\"",
        "text/plain; charset=nope",
        "text/plain; charset=",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "a b/c"
      })
  void contentTypesThatCannot(String type) {
    assertThat(MediaTypes.faultOfContent(type)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "text/html, application/json;q=0.9, */*;q=0.8",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "",
        "text/*;q=1.0",
        "application/json, ",
        "application/json;charset=utf-8"
      })
  void rangesThatCanBeRead(String accept) {
    assertThat(MediaTypes.isRange(accept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "/",
        "application/",
        ";",
        "*/*;q=x",
        "*/*;q=2",
        "*/*;q=",
        "a/b c",
        "text/*;level="
      })
  void rangesThatCannot(String accept) {
    assertThat(MediaTypes.isRange(accept)).isFalse();
  }
}
