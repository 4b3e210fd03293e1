package dev.assay.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RolesTest {

  @ParameterizedTest
  @CsvSource({
    "ingest, ingest,  200",
    "ingest, sales,   403",
    "ingest, analyst, 403",
    "ingest, admin,   403",
    "sales,  ingest,  403",
    "sales,  sales,   200",
    "sales,  analyst, 403",
    "sales,  admin,   403",
    "analyst, ingest, 403",
    "analyst, sales,  403",
    "analyst, analyst, 200",
    "analyst, admin,  403",
    "admin,  ingest,  200",
    "admin,  sales,   200",
    "admin,  analyst, 200",
    "admin,  admin,   200",
    "sales,  any,     200",
    "ingest, silent,  403",
    "admin,  silent,  403",
  })
  void aRoleOpensItsOwnAndAdminOpensAll(String role, String path, int status) {
    Keys.as(Keys.with(role)).get("/test/roles/" + path).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"ingest", "any", "silent"})
  void noKeyOpensNothing(String path) {
    given()
        .get("/test/roles/" + path)
        .then()
        .statusCode(401)
        .body("detail", containsString("needs an API key"));
  }

  /** One endpoint for each role. */
  @Path("/test/roles")
  static class Endpoints {

    @GET
    @Path("ingest")
    @RolesAllowed(Roles.INGEST)
    public String ingest() {
      return "ok";
    }

    @GET
    @Path("sales")
    @RolesAllowed(Roles.SALES)
    public String sales() {
      return "ok";
    }

    @GET
    @Path("analyst")
    @RolesAllowed(Roles.ANALYST)
    public String analyst() {
      return "ok";
    }

    @GET
    @Path("admin")
    @RolesAllowed(Roles.ADMIN)
    public String admin() {
      return "ok";
    }

    @GET
    @Path("any")
    @PermitAll
    public String any() {
      return "ok";
    }

    @GET
    @Path("silent")
    public String silent() {
      return "ok";
    }
  }
}
