package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The calls of docs/targets.md, with receivers of our own in the place of the world's. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", roles = "admin", authMechanism = "bearer")
class TargetDocsTest {

  private static final Pattern BODY = Pattern.compile("curl .* -d '(\\{.*})'");

  @Inject Scene scene;

  @Test
  void everyCallAddsAnEndpointThatWorks() throws Exception {
    scene.clear();
    List<String> bodies =
        BODY.matcher(Files.readString(Path.of("docs/targets.md")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(bodies).hasSize(12);
    try (Receiver receiver = Receiver.saying("{\"access_token\":\"00DXXXX\"}");
        MailServer mail = new MailServer()) {
      String site = receiver.url().replaceAll("/hook.*", "");
      for (String body : bodies) {
        String here = body.replaceAll("https://[a-z0-9.-]+", site);
        if (here.contains("preset") && !here.contains("site")) {
          here = here.replace("{\"preset\"", "{\"site\":\"" + site + "\",\"preset\"");
        }
        String id =
            given()
                .contentType(ContentType.JSON)
                .body(here)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        given()
            .post("/v1/webhooks/" + id + "/test")
            .then()
            .statusCode(200)
            .body("state", equalTo("delivered"));
      }
      // One token is for both endpoints of Salesforce.
      assertThat(receiver.requests()).filteredOn(TargetDocsTest::asksForToken).hasSize(3);
      assertThat(receiver.requests()).hasSize(10 + 3);
      assertThat(mail.mails()).hasSize(2);
    }
    scene.clear();
  }

  private static boolean asksForToken(Receiver.Request request) {
    return request.body().startsWith("grant_type=");
  }
}
