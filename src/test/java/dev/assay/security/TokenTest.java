package dev.assay.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private static final String SECRET = "0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-_";

  @Test
  void isReadBackAsItWasMade() {
    Token token = Token.random();
    assertThat(Token.parse(token.reveal())).isEqualTo(token);
  }

  @Test
  void isNeverTheSameTwice() {
    assertThat(Token.random()).isNotEqualTo(Token.random());
  }

  @Test
  void splitsAtTheFirstUnderscoreAfterTheId() {
    Token token = Token.parse("assay_00112233aabbccdd_" + SECRET);
    assertThat(token).isEqualTo(new Token("00112233aabbccdd", SECRET));
  }

  @Test
  void hidesItsSecretWhenPrinted() {
    Token token = Token.random();
    assertThat(token.toString()).contains(token.id()).doesNotContain(token.secret());
  }

  @Test
  void hashesTheSecretWithSha256() {
    byte[] hash = new Token("00112233aabbccdd", "abc").hash();
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "assay_",
        "assay__",
        "assay_00112233aabbccdd_",
        "assay_00112233aabbccdd_0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-",
        "assay_00112233aabbccdd_0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-_x",
        "assay_00112233AABBCCDD_0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-_",
        "assay_00112233aabbccdd_0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-=",
        "ASSAY_00112233aabbccdd_0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-_",
        "assay_00112233aabbccdd-0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-_",
        "assay_00112233aabbccdd_0123456789abcdefghijABCDEFGHIJ_-_-_-_-_-_-\n"
      })
  void refusesWhatIsNotOfTheForm(String text) {
    assertThat(Token.parse(text)).isNull();
  }

  @Test
  void holds256RandomBits() {
    Token token = Objects.requireNonNull(Token.parse(Token.random().reveal()));
    assertThat(java.util.Base64.getUrlDecoder().decode(token.secret())).hasSize(32);
    assertThat(token.secret().getBytes(StandardCharsets.US_ASCII)).hasSize(43);
  }
}
