package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.security.Keys;
import dev.assay.webhook.SenderAtRest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery is shown and sent again under its own endpoint and under no other name. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class DeliveryOfAnotherTest {
  @SuppressWarnings("NullAway.Init")
  private Visitor admin;

  @BeforeEach
  void logIn() {
    admin = Visitor.with(Keys.admin());
  }

  @Test
  void itIsNotThere() {
    String own = endpoint();
    int delivery =
        Keys.as(Keys.admin()).post("/v1/webhooks/" + own + "/test").then().extract().path("id");

    for (String other : new String[] {endpoint(), "ep_nothing", "%0D%0AX-Injected:%20y"}) {
      assertThat(show(other, delivery, "").statusCode()).isEqualTo(404);
      assertThat(show(other, delivery, "/tries").statusCode()).isEqualTo(404);
      assertThat(replay(other, delivery).statusCode()).isEqualTo(404);
    }
    assertThat(show(own, delivery, "").statusCode()).isEqualTo(200);
    assertThat(show(own, delivery, "/tries").statusCode()).isEqualTo(200);
    assertThat(replay(own, delivery).header("HX-Redirect"))
        .isEqualTo("/webhooks/%s/deliveries/%d".formatted(own, delivery));
  }

  private Response show(String endpoint, int delivery, String part) {
    return admin
        .bare()
        .urlEncodingEnabled(false)
        .get("/webhooks/" + endpoint + "/deliveries/" + delivery + part);
  }

  private Response replay(String endpoint, int delivery) {
    return admin
        .request()
        .urlEncodingEnabled(false)
        .post("/webhooks/" + endpoint + "/deliveries/" + delivery + "/replay");
  }

  private static String endpoint() {
    return Keys.as(Keys.admin())
        .contentType("application/json")
        .body("{\"url\":\"http://127.0.0.1:9/\"}")
        .post("/v1/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
