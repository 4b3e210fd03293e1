package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/leads", "/v1/leads/a%40b?x=%20+%C3%A9", "/%F0%9F%98%80", "/%01", "/%25"})
  void addressesThatCanBeRead(String address) {
    assertThat(PercentEncoding.fault(address)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%00",
        "/?a=b%00c",
        "/%",
        "/%4",
        "/%zz",
        "/%-1",
        "/%FF",
        "/%C3",
        "/%C3%28",
        "/%ED%A0%80",
        "/%C0%80"
      })
  void addressesThatCannot(String address) {
    assertThat(PercentEncoding.fault(address)).isNotNull();
  }
}
