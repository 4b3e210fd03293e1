package dev.assay.webhook;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** The errors of this package as RFC 9457 problems. */
final class Problems {

  private Problems() {}

  static HttpProblem invalid(String detail) {
    return problem(Status.BAD_REQUEST, "The request holds a value that cannot be", detail);
  }

  static HttpProblem unknownEndpoint(String id) {
    return problem(
        Status.NOT_FOUND,
        "No such webhook endpoint",
        "There is no webhook endpoint '%s'. GET /v1/webhooks lists them".formatted(id));
  }

  static HttpProblem unknownDelivery(long id) {
    return problem(
        Status.NOT_FOUND,
        "No such delivery",
        "There is no delivery %d. GET /v1/deliveries lists them".formatted(id));
  }

  static HttpProblem conflict(String title, String detail) {
    return problem(Status.CONFLICT, title, detail);
  }

  private static HttpProblem problem(Status status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail).build();
  }
}
