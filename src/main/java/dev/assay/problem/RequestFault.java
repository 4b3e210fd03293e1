package dev.assay.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Details for what goes wrong before any of our code has seen the request. */
final class RequestFault {

  private RequestFault() {}

  /** Keeps status and headers and says what was asked for and what could be asked instead. */
  static HttpProblem explain(HttpProblem problem, @Nullable RoutingContext request) {
    ProblemType type = ProblemType.of(problem.getStatusCode());
    HttpProblem.Builder explained =
        HttpProblem.builder(problem).withType(type.uri()).withTitle(type.title());
    String detail = detail(problem, type, request);
    return explained.withDetail(detail).build();
  }

  static HttpProblem internal() {
    return Problems.of(
            ProblemType.INTERNAL_ERROR,
            "The fault is in the service, not in the request. Give the errorId to those who run it:"
                + " the log has the cause.")
        .build();
  }

  static HttpProblem databaseAway() {
    return Problems.unavailable("The database is away. Repeat the call.", Duration.ofSeconds(1));
  }

  static HttpProblem unstorableText() {
    return Problems.badRequest(
        "A text holds the character NUL or half of a surrogate pair, which cannot be stored; leave"
            + " it out.");
  }

  /** Whether the request says that its body has parts, as a form with a file does. */
  static boolean hasParts(@Nullable RoutingContext request) {
    return header(request, HttpHeaders.CONTENT_TYPE)
        .toLowerCase(Locale.ROOT)
        .startsWith("multipart/");
  }

  static HttpProblem brokenParts() {
    return Problems.badRequest(
        "The parts of the body cannot be told from each other; send multipart/form-data whole, with"
            + " the boundary that Content-Type names.");
  }

  /** The library tells a form that it cannot decode by an exception that many faults have. */
  static boolean isUndecodableForm(Throwable fault, @Nullable RoutingContext request) {
    StackTraceElement[] thrown = fault.getStackTrace();
    return fault instanceof IllegalArgumentException
        && thrown.length > 0
        && thrown[0].getClassName().endsWith(".URLUtils")
        && header(request, HttpHeaders.CONTENT_TYPE)
            .toLowerCase(Locale.ROOT)
            .startsWith("application/x-www-form-urlencoded");
  }

  static HttpProblem undecodableForm() {
    return Problems.badRequest(
        "The form holds a percent sign without two hexadecimal digits; write %25 for the sign"
            + " itself.");
  }

  static HttpProblem unreadableParameter(@Nullable RoutingContext request) {
    return Problems.badRequest(
        "A parameter of %s has a value of the wrong kind; /q/openapi says what each must be."
            .formatted(asked(request)));
  }

  private static String detail(
      HttpProblem problem, ProblemType type, @Nullable RoutingContext request) {
    return switch (type) {
      case FORBIDDEN ->
          "The API key's roles (%s) do not allow %s; use a key that has a role which does."
              .formatted(roles(request), asked(request));
      case NOT_FOUND ->
          "Nothing is served at %s; /q/openapi lists what is.".formatted(asked(request));
      case METHOD_NOT_ALLOWED ->
          "%s is not served%s; /q/openapi lists what is."
              .formatted(
                  asked(request),
                  Optional.ofNullable(problem.getHeaders().get("Allow"))
                      .map(allowed -> ", but " + allowed)
                      .orElse(""));
      case NOT_ACCEPTABLE ->
          "%s cannot be answered as \"%s\" (header Accept); try application/json."
              .formatted(asked(request), header(request, HttpHeaders.ACCEPT));
      case UNSUPPORTED_MEDIA_TYPE -> unsupported(request);
      case TOO_LARGE -> "The body of %s is too large; send it in parts.".formatted(asked(request));
      case INTERNAL_ERROR, UNAVAILABLE -> Objects.requireNonNull(internal().getDetail());
      default ->
          "The request could not be read; /q/openapi says what %s expects."
              .formatted(asked(request));
    };
  }

  private static String unsupported(@Nullable RoutingContext request) {
    String type = header(request, HttpHeaders.CONTENT_TYPE);
    return type.isEmpty()
        ? "%s needs a header Content-Type, mostly application/json, and a body."
            .formatted(asked(request))
        : "%s does not read \"%s\" (header Content-Type); try application/json."
            .formatted(asked(request), type);
  }

  private static String asked(@Nullable RoutingContext request) {
    return request == null
        ? "this path"
        : request.request().method() + " " + Violation.shortened(request.normalizedPath());
  }

  private static String header(@Nullable RoutingContext request, CharSequence name) {
    String value = request == null ? null : request.request().getHeader(name);
    return value == null ? "" : Violation.shortened(value);
  }

  private static String roles(@Nullable RoutingContext request) {
    return request != null && request.user() instanceof QuarkusHttpUser user
        ? String.join(", ", new TreeSet<>(user.getSecurityIdentity().getRoles()))
        : "none";
  }
}
