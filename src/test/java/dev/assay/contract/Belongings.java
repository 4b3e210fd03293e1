package dev.assay.contract;

import dev.assay.ruleset.Drafts;
import dev.assay.security.Keys;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Things of every kind that paths can name, so that requests get past "there is no such thing". */
record Belongings(Map<String, String> ids) {
  static final String LEAD = "l-1";

  /** Which kind of thing an {@code {id}} names, by the path that it is in. */
  private static final Map<String, String> KINDS =
      Map.of(
          "(/v1)?/webhooks/.*", "webhooks",
          "/v1/deliveries/.*", "deliveries",
          "(/v1)?/imports?/.*", "imports",
          "/v1/simulations/.*|/rule-effect/.*|/rules/.*/simulation/.*", "simulations",
          "/v1/checks/.*", "checks",
          "/v1/keys/.*", "keys");

  /** Makes one of each; points tell the rules of one time from those of another. */
  static Belongings make(int points) {
    lead(LEAD, "kim@example.com");
    lead("l-2", "lee@example.com");
    String endpoint = id(call().body("{\"url\":\"http://127.0.0.1:9/x\"}").post("/v1/webhooks"));
    return new Belongings(
        Map.of(
            "webhooks", endpoint,
            "deliveries", id(call().post("/v1/webhooks/" + endpoint + "/test")),
            "imports", id(csv().body("lead;title\nl-1;VP\nl-2;CEO\n").post("/v1/imports")),
            "rulesets", draft(points),
            "simulations", simulation(),
            "checks", check(),
            "keys", Keys.make("fuzz", "sales").split("_", 3)[1]));
  }

  /** What stands for a parameter of a path. */
  String named(String path, String parameter) {
    return switch (parameter) {
      case "lead" -> LEAD;
      case "number" -> of("rulesets");
      case "delivery" -> of("deliveries");
      case "kind" -> "v1a";
      default ->
          KINDS.entrySet().stream()
              .filter(kind -> path.matches(kind.getKey()))
              .map(kind -> of(kind.getValue()))
              .findAny()
              .orElse("1");
    };
  }

  private String of(String kind) {
    return ids.getOrDefault(kind, "1");
  }

  private static void lead(String key, String address) {
    call()
        .body("{\"email\":\"%s\",\"title\":\"VP of Sales\",\"employees\":300}".formatted(address))
        .put("/v1/leads/" + key);
    for (String type : List.of("demo_request", "page_view")) {
      call()
          .body("{\"id\":\"%s\",\"lead\":\"%s\",\"type\":\"%s\"}".formatted(type, key, type))
          .post("/v1/events");
    }
  }

  private static String draft(int points) {
    return call()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(Drafts.XLSX, ContentType.BINARY)))
        .contentType(Drafts.XLSX)
        .body(Drafts.sound(50 + points))
        .post("/v1/rulesets")
        .then()
        .statusCode(201)
        .extract()
        .path("number")
        .toString();
  }

  /** One runs at a time: while another does, that one is taken. */
  private static String simulation() {
    call().body("{\"sample\":1}").post("/v1/rulesets/1/simulations");
    return String.valueOf(call().get("/v1/simulations").<Object>path("simulations[0].id"));
  }

  private static String check() {
    call().body("{}").post("/v1/checks");
    return String.valueOf(call().get("/v1/checks").<Object>path("checks[0].id"));
  }

  private static String id(Response answer) {
    return String.valueOf(answer.<Object>path("id"));
  }

  private static RequestSpecification csv() {
    return call().contentType("text/csv");
  }

  private static RequestSpecification call() {
    return Keys.as(Keys.admin()).contentType(ContentType.JSON);
  }
}
