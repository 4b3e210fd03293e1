package dev.assay.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody logged in without a browser, to send what a page would never send. */
record Visitor(String session, String csrf) {
  static final String HEADER = "X-CSRF-Token";
  private static final Pattern TOKEN = Pattern.compile("X-CSRF-Token\": \"([^\"]+)\"");

  static Visitor with(String key) {
    Response logged = logIn(key, "");
    return of(logged.then().statusCode(204).extract().cookie("assay_session"));
  }

  /** Logs in while the browser has the session cookie already. */
  static Response logIn(String key, String session) {
    Response form = given().get("/login");
    return given()
        .cookie("assay_form", form.cookie("assay_form"))
        .cookie("assay_session", session)
        .header(HEADER, token(form))
        .formParam("key", key)
        .post("/login");
  }

  static Visitor of(String session) {
    Response page = page(session).get("/leads/no-such-lead");
    return new Visitor(session, page.statusCode() == 404 ? token(page) : "");
  }

  /** A request of the session without its token. */
  RequestSpecification bare() {
    return page(session).redirects().follow(false);
  }

  RequestSpecification request() {
    return bare().header(HEADER, csrf);
  }

  static RequestSpecification page(String session) {
    return given().cookie("assay_session", session).accept("text/html").redirects().follow(false);
  }

  private static String token(Response page) {
    Matcher token = TOKEN.matcher(page.asString());
    if (!token.find()) {
      throw new AssertionError("no token on the page: " + page.asString());
    }
    return token.group(1);
  }
}
