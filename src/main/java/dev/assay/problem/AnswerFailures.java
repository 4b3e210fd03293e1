package dev.assay.problem;

import dev.assay.database.DatabaseAway;
import dev.assay.database.UnstorableText;
import dev.assay.logging.LogFields;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers what fails outside JAX-RS, where no exception mapper reaches: refusals by the HTTP
 * permission check, failures of plain routes, bodies over the limit, and {@link Error}s.
 */
@Singleton
class AnswerFailures {

  private static final Logger LOG = Logger.getLogger(AnswerFailures.class);

  /** After the failure handler of JAX-RS, before the one of last resort that answers in HTML. */
  private static final int ORDER = Integer.MAX_VALUE - 10;

  /** Before Quarkus's own check of the length, which answers without a body. */
  private static final int FIRST = 1_000;

  private final Optional<MemorySize> limit;

  AnswerFailures(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit) {
    this.limit = limit;
  }

  void install(@Observes Router router) {
    router.route().order(ORDER).failureHandler(AnswerFailures::answer);
  }

  void install(@Observes Filters filters) {
    limit.ifPresent(
        size -> filters.register(request -> refuseLongBody(request, size.asLongValue()), FIRST));
  }

  private static void answer(RoutingContext request) {
    Throwable failure = request.failure();
    HttpProblem problem =
        failure instanceof HttpProblem raised ? raised : explain(request, failure);
    ProblemAnswer.send(request, problem);
  }

  private static HttpProblem explain(RoutingContext request, @Nullable Throwable failure) {
    if (DatabaseAway.is(failure)) {
      return RequestFault.databaseAway();
    }
    if (UnstorableText.is(failure)) {
      return RequestFault.unstorableText();
    }
    int status = status(request, failure);
    HttpProblem problem =
        RequestFault.explain(HttpProblem.builder().withStatus(status).build(), request);
    if (status < 500) {
      return problem;
    }
    String id = UUID.randomUUID().toString();
    LOG.errorf(
        failure,
        "%s %s failed, errorId=%s",
        request.request().method(),
        LogFields.path(request.normalizedPath()),
        id);
    return HttpProblem.builder(problem).with("errorId", id).build();
  }

  private static int status(RoutingContext request, @Nullable Throwable failure) {
    if (failure instanceof ForbiddenException) {
      return 403;
    }
    return request.statusCode() < 400 ? 500 : request.statusCode();
  }

  private static void refuseLongBody(RoutingContext request, long limit) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || length(length) <= limit) {
      request.next();
      return;
    }
    request.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    request.response().endHandler(sent -> request.request().connection().close());
    ProblemAnswer.send(
        request,
        Problems.tooLarge(
            "The body has %s bytes, at most %d are read; send it in parts."
                .formatted(Violation.shortened(length), limit)));
  }

  private static long length(String header) {
    try {
      return Long.parseLong(header);
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }
}
