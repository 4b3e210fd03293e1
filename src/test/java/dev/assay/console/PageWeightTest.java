package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PageWeightTest {
  private static final Pattern FILES =
      Pattern.compile("(?:<script src|<link[^>]* href|<img src)=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private Visitor visitor = new Visitor("", "");

  @ParameterizedTest
  @CsvSource({
    "sales, /leads",
    "analyst, /rules",
    "analyst, /rules/1",
    "analyst, /rules/1/cases",
    "analyst, /rules/1/simulation",
    "analyst, /rule-effect"
  })
  void aPageWithAllItsFilesIsLightAndItsFilesAreKept(String role, String path) throws Exception {
    visitor = Visitor.with(Keys.with(role));
    var page = get(path);
    int weight = page.body().length;
    String html = visitor.bare().get(path).asString();

    for (var file = FILES.matcher(html).results().iterator(); file.hasNext(); ) {
      var answer = get(file.next().group(1));
      assertThat(answer.statusCode()).describedAs(answer.uri().toString()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
          .contains("immutable")
          .contains("max-age=31536000");
      weight += answer.body().length;
    }

    assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(weight).isBetween(20_000, 350_000);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Accept-Encoding", "gzip")
            .header("Accept", "text/html,*/*")
            .header("Cookie", "assay_session=" + visitor.session())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
