package dev.assay.http;

import dev.assay.problem.ProblemAnswer;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests whose address or media types cannot be read, in one place for all paths. What
 * reads them later fails in ways of its own.
 */
@Singleton
class RefuseUnreadable {
  private static final int AFTER_NAMING = 8_000;

  void install(@Observes Filters filters) {
    filters.register(RefuseUnreadable::check, AFTER_NAMING);
  }

  private static void check(RoutingContext call) {
    HttpProblem problem = problem(call.request());
    if (problem == null) {
      call.next();
    } else {
      ProblemAnswer.send(call, problem);
    }
  }

  private static @Nullable HttpProblem problem(HttpServerRequest request) {
    String text = PercentEncoding.fault(request.uri());
    if (text != null) {
      return Problems.badRequest("The address of the request " + text + ".");
    }
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String fault = type == null ? null : MediaTypes.faultOfContent(type);
    if (fault != null) {
      return Problems.invalid(List.of(new Violation("Content-Type", type, fault)));
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept == null || MediaTypes.isRange(accept)
        ? null
        : Problems.invalid(
            List.of(
                new Violation(
                    "Accept", accept, "must be a list of media types such as application/json")));
  }
}
