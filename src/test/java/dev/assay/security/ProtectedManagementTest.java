package dev.assay.security;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ProtectedManagementTest.Protected.class)
class ProtectedManagementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/q/openapi",
        "/q/openapi.json",
        "/q/openapi.yaml",
        "/q/openapi.yml",
        "/q/swagger-ui",
        "/q/swagger-ui/",
        "/q/swagger-ui/index.html"
      })
  void aKeyIsNeeded(String path) {
    given()
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/q/metrics,     admin,  200",
    "/q/metrics,     sales,  403",
    "/q/openapi,     ingest, 200",
    "/q/swagger-ui/, sales,  200",
  })
  void metricsAreForAdminsAndTheApiIsForAnyKey(String path, String role, int status) {
    Keys.as(Keys.with(role)).get(path).then().statusCode(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
  void healthStaysOpen(String path) {
    given().get(path).then().statusCode(200);
  }

  /** A service whose operator closes the management paths. */
  public static class Protected implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("assay.security.protect-management", "true");
    }
  }
}
