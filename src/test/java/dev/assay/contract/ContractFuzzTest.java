package dev.assay.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Operations.Operation;
import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Made-up requests to every operation that the service describes, {@code -Dassay.fuzz.requests} of
 * them, the same again with {@code -Dassay.fuzz.seed}. Whatever a caller sends, the fault is never
 * the service's, and the interface answers errors as problems.
 */
@QuarkusTest
@TestProfile(ContractFuzzTest.Alone.class)
class ContractFuzzTest {
  private static final int REQUESTS = Integer.getInteger("assay.fuzz.requests", 2_000);

  /** After so many, things that requests can name are made again: some will be gone. */
  private static final int RENEWED = 200;

  private static final int PATIENCE_MILLIS = 20_000;

  /** They would take the ground from under the test, keep it busy for long, or never end. */
  private static final Set<String> LEFT_OUT =
      Set.of("POST /v1/demo", "POST /demo", "POST /logout", "GET /live/leads");

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

  /** The only ones that may have no body: docs/problems.md. */
  private static final Set<Integer> BARE = Set.of(400, 413, 414, 431);

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI service;

  /** A service of its own, so that no other test misses its rules and keys; it may call itself. */
  public static final class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "assay.webhook.allowed-hosts", "127.0.0.1",
          "assay.webhook.sending.enabled", "false",
          "assay.webhook.sending.timeout", "2s",
          "quarkus.mailer.from", "assay@example.com",
          "quarkus.mailer.host", "127.0.0.1",
          "quarkus.mailer.mock", "true");
    }
  }

  @Test
  void noRequestIsAFaultOfTheService() throws Exception {
    long seed = Long.getLong("assay.fuzz.seed", System.nanoTime());
    System.out.printf("-Dassay.fuzz.seed=%d -Dassay.fuzz.requests=%d%n", seed, REQUESTS);
    Operations operations = Operations.read();
    List<Operation> asked =
        operations.all().stream()
            .filter(one -> !one.path().startsWith("/test/"))
            .filter(one -> !LEFT_OUT.contains(one.method() + " " + one.path()))
            .toList();
    assertThat(asked).hasSizeGreaterThan(100);
    String key = "Authorization: Bearer %s\r\n".formatted(Keys.admin());
    Choice choice = new Choice(new Random(seed));
    Map<String, String> faults = new TreeMap<>();
    Map<String, Integer> statuses = new TreeMap<>();
    Belongings belongings = Belongings.make(0);
    String session = session();
    for (int i = 1; i <= REQUESTS; i++) {
      Operation one = choice.of(asked);
      MadeUpRequest request =
          new MadeUpRequest(operations, one, belongings, choice, one.isConsole() ? session : key);
      String answer = send(request.bytes());
      int status = status(answer);
      statuses.merge((one.isConsole() ? "console " : "interface ") + status, 1, Integer::sum);
      String fault = fault(one, status, answer);
      if (fault != null) {
        faults.putIfAbsent(
            fault + " " + one.method() + " " + one.path(), request + "\n---\n" + head(answer));
      }
      if (i % RENEWED == 0) {
        belongings = Belongings.make(i / RENEWED);
        session = session();
      }
    }
    System.out.println("Answers by status: " + statuses);
    assertThat(faults).describedAs("-Dassay.fuzz.seed=%d", seed).isEmpty();
    assertThat(statuses.keySet())
        .contains("interface 200", "interface 201", "interface 400", "interface 404")
        .contains("console 200", "console 400");
  }

  private static @Nullable String fault(Operation operation, int status, String answer) {
    if (status >= 500) {
      return "answered " + status;
    }
    boolean problem =
        answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
    boolean bare = BARE.contains(status) && answer.endsWith("\r\n\r\n");
    return !operation.isConsole() && status >= 400 && !problem && !bare
        ? "no problem+json with " + status
        : null;
  }

  /** The answer, empty if none came. */
  private String send(byte[] request) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1)
          .replaceFirst("^HTTP/1.1 100 Continue\r\n\r\n", "");
    } catch (SocketException closedEarly) {
      return "HTTP/1.1 413 \r\n\r\n";
    } catch (SocketTimeoutException hanging) {
      return "";
    }
  }

  /** 599 if there is none. */
  private static int status(String answer) {
    Matcher status = STATUS.matcher(answer);
    return status.lookingAt() ? Integer.parseInt(status.group(1)) : 599;
  }

  private static String head(String answer) {
    return answer.length() > 1_500 ? answer.substring(0, 1_500) + "…" : answer;
  }

  /** What a browser sends along that is logged in. */
  private static String session() {
    Response form = RestAssured.get("/login");
    Response in =
        RestAssured.given()
            .cookie("assay_form", form.cookie("assay_form"))
            .header("X-CSRF-Token", token(form))
            .formParam("key", Keys.admin())
            .post("/login");
    String cookie = in.then().statusCode(204).extract().cookie("assay_session");
    String token =
        token(
            RestAssured.given().cookie("assay_session", cookie).accept("text/html").get("/leads"));
    return "Cookie: assay_session=%s\r\nX-CSRF-Token: %s\r\nHX-Request: true\r\n"
        .formatted(cookie, token);
  }

  private static String token(Response page) {
    Matcher token = Pattern.compile("X-CSRF-Token\": \"([^\"]+)\"").matcher(page.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
