package dev.assay.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds the problems that use cases throw. A detail names the thing, the value, what was expected
 * and what to try; it never holds a key, a password or anything about the inside of the service.
 */
public final class Problems {

  private static final int NAMED_VIOLATIONS = 5;

  private Problems() {}

  public static HttpProblem badRequest(String detail) {
    return of(ProblemType.BAD_REQUEST, detail).build();
  }

  /** A bad request with everything that is wrong with it, under the member {@code violations}. */
  public static HttpProblem invalid(List<Violation> violations) {
    return of(ProblemType.BAD_REQUEST, summary(violations))
        .with("violations", violations.stream().limit(Violation.MAX_TOLD).toList())
        .build();
  }

  public static HttpProblem unauthorized(String detail) {
    return of(ProblemType.UNAUTHORIZED, detail).build();
  }

  public static HttpProblem forbidden(String detail) {
    return of(ProblemType.FORBIDDEN, detail).build();
  }

  public static HttpProblem notFound(String detail) {
    return of(ProblemType.NOT_FOUND, detail).build();
  }

  /** What was sent arrived too slowly, so the rest is not waited for. */
  public static HttpProblem requestTimeout(String detail) {
    return of(ProblemType.REQUEST_TIMEOUT, detail).build();
  }

  public static HttpProblem conflict(String detail) {
    return of(ProblemType.CONFLICT, detail).build();
  }

  /** What is asked for would bring back somebody who was erased. */
  public static HttpProblem erased(String detail) {
    return of(ProblemType.ERASED, detail).build();
  }

  public static HttpProblem tooLarge(String detail) {
    return of(ProblemType.TOO_LARGE, detail).build();
  }

  public static HttpProblem unsupportedMediaType(String detail) {
    return of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail).build();
  }

  /** A fault of ours; the detail says what it means for the caller, and the log says why. */
  public static HttpProblem internalError(String detail) {
    return of(ProblemType.INTERNAL_ERROR, detail).build();
  }

  /** Asks the caller to slow down; the wait is rounded up to whole seconds, at least one. */
  public static HttpProblem tooManyRequests(String detail, Duration retryAfter) {
    return of(ProblemType.TOO_MANY_REQUESTS, detail)
        .withHeader("Retry-After", seconds(retryAfter))
        .build();
  }

  /** The service cannot do this now but expects to later; the wait is rounded up likewise. */
  public static HttpProblem unavailable(String detail, Duration retryAfter) {
    return of(ProblemType.UNAVAILABLE, detail)
        .withHeader("Retry-After", seconds(retryAfter))
        .build();
  }

  /**
   * The type URI for a problem that callers have to tell from others with the same status, to be
   * set with {@code HttpProblem.builder(problem).withType(…)}. Document each slug in
   * docs/problems.md.
   */
  public static URI type(String slug) {
    return ProblemType.uri(slug);
  }

  static HttpProblem.Builder of(ProblemType type, String detail) {
    return HttpProblem.builder()
        .withType(type.uri())
        .withTitle(type.title())
        .withStatus(type.status())
        .withDetail(detail);
  }

  private static String summary(List<Violation> violations) {
    String named =
        violations.stream()
            .limit(NAMED_VIOLATIONS)
            .map(Violation::toString)
            .collect(Collectors.joining("; "));
    int more = violations.size() - NAMED_VIOLATIONS;
    return more > 0 ? named + "; and " + more + " more" : named;
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
