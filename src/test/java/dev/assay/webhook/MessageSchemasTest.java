package dev.assay.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.ruleset.PublicationAnnouncer;
import dev.assay.ruleset.Published;
import dev.assay.scoring.step.Profiles;
import dev.assay.scoring.step.Standing;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent and what is documented is what OpenAPI says, field by field. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
@TestSecurity(user = "ada", roles = "admin", authMechanism = "bearer")
class MessageSchemasTest {

  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Inject Scene scene;
  @Inject PublicationAnnouncer publications;
  @Inject OtherMessages others;

  private final ObjectMapper json = new ObjectMapper();

  @SuppressWarnings("NullAway.Init")
  private Schemas schemas;

  @BeforeEach
  void read() throws Exception {
    scene.clear();
    schemas =
        new Schemas(
            json.readTree(given().get("/q/openapi?format=json").then().extract().asString()));
  }

  @Test
  void whatIsSentIsAsDescribed() throws Exception {
    EndpointCreated endpoint = scene.register("http://127.0.0.1:9/", Map.of());
    Standing none = Standing.NONE;
    scene.announce(Clock.systemUTC(), Scene.change("a", 1, none, Scene.STANDING));
    scene.announce(Clock.systemUTC(), Scene.change("a", 6, Scene.STANDING, none));
    publications.announce(new Published(8, null, "Better", false, null));
    try (Connection connection = scene.database.getConnection()) {
      others.write(
          connection,
          MessageType.ENDPOINT_DISABLED,
          new KeepHealth.Disabled("ep_1", null, "It answered 410."));
    }
    given().post("/v1/webhooks/" + endpoint.endpoint().id() + "/test").then().statusCode(200);
    try (Connection connection = scene.database.getConnection()) {
      Standing standing = new Standing(62, 40, 22, "B", "warm", "MQL", "kim");
      scene.writeFollowUps.write(
          connection,
          endpoint.endpoint().id(),
          EndpointFilter.ALL,
          List.of(new DueFollowUp("a", Profiles.lead("{}"), 1, 9, Instant.EPOCH, standing, 7)),
          Instant.EPOCH);
    }

    List<String> types = new ArrayList<>();
    for (String payload : scene.query("select payload from message")) {
      types.add(schemas.check(json.readTree(payload)));
    }
    assertThat(types).contains(sent());
  }

  @Test
  void everyTypeHasAnExampleThatIsAsDescribed() throws Exception {
    Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("docs/webhooks.md"), UTF_8));

    List<String> types = new ArrayList<>();
    while (examples.find()) {
      JsonNode example = json.readTree(examples.group(1));
      if (example.has("type")) {
        types.add(schemas.check(example));
      }
    }

    assertThat(types).contains(sent());
  }

  @Test
  void nothingElseIsDescribed() {
    assertThat(schemas.types()).containsExactlyInAnyOrder(sent());
  }

  /** Digests are for people, and never sent as they are. */
  private static String[] sent() {
    return Stream.of(MessageType.values())
        .filter(type -> type != MessageType.LEAD_DIGEST)
        .map(MessageType::wireName)
        .toArray(String[]::new);
  }
}
