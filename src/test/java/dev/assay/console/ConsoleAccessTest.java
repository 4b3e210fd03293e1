package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of the console, found by its annotations, refuses whom it must. */
@QuarkusTest
class ConsoleAccessTest {

  /**
   * @param accepts the type it answers with
   * @param sends the type it takes
   */
  record Operation(String method, String path, Set<String> roles, String accepts, String sends) {
    /** What a page asks for by itself; nobody would see where it is sent. */
    boolean live() {
      return path.startsWith("/live/");
    }

    boolean changes() {
      return !method.equals("GET");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatChangesSomethingNeedsTheTokenOfItsPage(Operation operation) {
    if (!operation.changes()) {
      return;
    }
    Visitor admin = Visitor.with(Keys.with("admin"));

    for (var request : List.of(admin.bare(), admin.bare().header(Visitor.HEADER, "x".repeat(43)))) {
      request
          .header("HX-Request", "true")
          .accept(operation.accepts())
          .contentType(operation.sends())
          .request(operation.method(), operation.path())
          .then()
          .statusCode(403)
          .body(equalTo("This page is from before you logged in or out. Reload it and try again."));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoHasNotTheRoleIsRefused(Operation operation) {
    for (String role : List.of("ingest", "sales", "analyst")) {
      if (!operation.roles().contains(role)) {
        Visitor.with(Keys.with(role))
            .request()
            .accept(operation.accepts())
            .contentType(operation.sends())
            .request(operation.method(), operation.path())
            .then()
            .statusCode(403);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nobodyGetsAnywhereWithoutLoggingIn(Operation operation) {
    Visitor.page("")
        .request(operation.method(), operation.path())
        .then()
        .statusCode(operation.live() ? 401 : 303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/logout"})
  void loggingInAndOutNeedTheTokenToo(String path) {
    Visitor.with(Keys.with("sales")).bare().post(path).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/leads", "/login", "/leads/no-such-lead"})
  void browsersAreToldWhatPagesMayDo(String path) {
    var answer = Visitor.with(Keys.with("sales")).bare().get(path).then();

    answer
        .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store");
    assertThat(answer.extract().asString())
        .doesNotContain("<script>")
        .doesNotContain("style=\"")
        .doesNotContain("<style")
        .doesNotContain("hx-on");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /no-such-page, 404",
    "GET, /%3Cscript%3Ealert(1)%3C/script%3E, 404",
    "GET, /leads/no-such-lead/no-such-part, 404",
    "GET, /console/no-such-file.js, 404",
    "GET, /rules, 403",
    "PATCH, /leads, 405",
  })
  void whatGoesWrongIsShownToABrowserAsAPage(String method, String path, int status) {
    Visitor.with(Keys.with("sales"))
        .request()
        .urlEncodingEnabled(false)
        .request(method, path)
        .then()
        .statusCode(status)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("To the first page"))
        .body(not(containsString("<script>")));
  }

  @ParameterizedTest
  @CsvSource({
    "/no-such-page, application/json",
    "/no-such-page, */*",
    "/no-such-page, application/problem+json",
    "/v1/no-such-thing, text/html",
  })
  void servicesGetAProblem(String path, String accept) {
    Keys.as(Keys.with("sales"))
        .accept(accept)
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void whoOpensAPageThatIsNoneIsToldSo() {
    try (Browser browser = Browser.anonymous()) {
      browser.go("/no-such-page").inspect("no-such-page");

      assertThat(browser.text("main")).contains("There is no page at this address.");
    }
  }

  @Test
  void thereAreOperations() {
    assertThat(operations()).hasSizeGreaterThan(5);
  }

  static Stream<Operation> operations() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay.console")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .filter(type -> !type.equals(LogInResource.class) && !type.equals(HomeResource.class))
            .flatMap(
                type -> Arrays.stream(type.getDeclaredMethods()).flatMap(ConsoleAccessTest::of));
  }

  private static Stream<Operation> of(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .map(
            verb ->
                new Operation(verb, path(method), roles(method), accepts(method), sends(method)));
  }

  private static String accepts(Method method) {
    Produces own = method.getAnnotation(Produces.class);
    return own == null ? "text/html" : own.value()[0];
  }

  private static String sends(Method method) {
    Consumes own = method.getAnnotation(Consumes.class);
    return own == null ? "application/x-www-form-urlencoded" : own.value()[0];
  }

  private static String path(Method method) {
    Path sub = method.getAnnotation(Path.class);
    String path = method.getDeclaringClass().getAnnotation(Path.class).value();
    String whole = sub == null ? path : path + "/" + sub.value();
    return ("/" + whole).replaceAll("//+", "/").replaceAll("\\{[^}]*}", "1");
  }

  private static Set<String> roles(Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    RolesAllowed all = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    RolesAllowed said = own != null ? own : all;
    return said == null ? Set.of("ingest", "sales", "analyst", "admin") : Set.of(said.value());
  }
}
