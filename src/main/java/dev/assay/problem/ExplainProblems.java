package dev.assay.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.database.DatabaseAway;
import dev.assay.database.UnstorableText;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the JAX-RS mappers make of an exception into this service's problems: a stable type, a
 * detail that helps the caller, and for errors of ours an id by which the log entry is found.
 *
 * <p>Runs before the library's logger, so that the log has the id too.
 */
@ApplicationScoped
class ExplainProblems implements ProblemPostProcessor {

  private static final int BEFORE_LOGGER = 200;

  /**
   * Bean Validation's own word for what is inside a list, as in {@code roles[0].<list element>}.
   */
  private static final Pattern CONTAINER_NODE = Pattern.compile("\\.?<[a-z ]+>");

  private final CurrentVertxRequest current;
  private final ServedPaths served;

  ExplainProblems(CurrentVertxRequest current, ServedPaths served) {
    this.current = current;
    this.served = served;
  }

  @Override
  public int priority() {
    return BEFORE_LOGGER;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    HttpProblem explained =
        context.cause instanceof HttpProblem ? problem : explain(problem, context.cause);
    HttpProblem.Builder builder = HttpProblem.builder(explained);
    if (explained.getType() == null) {
      ProblemType type = ProblemType.of(explained.getStatusCode());
      builder.withType(type.uri()).withTitle(type.title());
    }
    if (explained.getStatusCode() >= 500 && !explained.getParameters().containsKey("errorId")) {
      builder.with("errorId", UUID.randomUUID().toString());
    }
    return builder.build();
  }

  private HttpProblem explain(HttpProblem problem, Throwable cause) {
    if (problem instanceof HttpValidationProblem validation
        && cause instanceof ConstraintViolationException violated) {
      return Problems.invalid(violations(validation, violated));
    }
    HttpProblem raised = causeOf(cause, HttpProblem.class);
    if (raised != null) {
      return raised;
    }
    if (DatabaseAway.is(cause)) {
      return RequestFault.databaseAway();
    }
    if (UnstorableText.is(cause)) {
      return RequestFault.unstorableText();
    }
    JsonProcessingException unread = causeOf(cause, JsonProcessingException.class);
    if (unread != null) {
      HttpProblem fault = JsonFault.explain(unread);
      if (fault == null && problem.getStatusCode() < 500) {
        HttpProblem placed = JsonFault.unreadable(unread);
        return placed != null ? placed : RequestFault.explain(problem, request());
      }
      return fault != null ? fault : RequestFault.internal();
    }
    if (cause instanceof IOException && RequestFault.hasParts(request())) {
      return RequestFault.brokenParts();
    }
    if (RequestFault.isUndecodableForm(cause, request())) {
      return RequestFault.undecodableForm();
    }
    if (cause instanceof NotFoundException && cause.getCause() != null) {
      return RequestFault.unreadableParameter(request());
    }
    boolean unserved = cause instanceof NotAllowedException || cause instanceof NotFoundException;
    return RequestFault.explain(unserved ? orNotAllowed(problem) : problem, request());
  }

  /**
   * Where only the method is not served the library does not say which are, and where several
   * classes serve paths like this one it says that there is nothing at all.
   */
  private HttpProblem orNotAllowed(HttpProblem problem) {
    RoutingContext request = request();
    Set<String> methods = request == null ? Set.of() : served.methods(request.normalizedPath());
    if (request == null
        || methods.isEmpty()
        || methods.contains(request.request().method().name())) {
      return problem;
    }
    return HttpProblem.builder()
        .withStatus(405)
        .withHeader("Allow", String.join(", ", methods))
        .build();
  }

  /** The library's list has the names as the caller knows them; the exception has the values. */
  private static List<Violation> violations(
      HttpValidationProblem problem, ConstraintViolationException violated) {
    List<Violation> violations = new ArrayList<>();
    Iterator<ConstraintViolation<?>> values = violated.getConstraintViolations().iterator();
    if (problem.getParameters().get("violations") instanceof List<?> named) {
      for (Object each : named) {
        if (each instanceof io.quarkiverse.resteasy.problem.validation.Violation violation) {
          String field = CONTAINER_NODE.matcher(violation.field).replaceAll("");
          field = field.isEmpty() ? "body" : field;
          violations.add(new Violation(field, values.next().getInvalidValue(), violation.message));
        }
      }
    }
    violations.sort(Comparator.comparing(Violation::field).thenComparing(Violation::message));
    return violations;
  }

  /** The request being answered; null when it failed before its context was set up. */
  private @Nullable RoutingContext request() {
    return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
  }

  private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }
}
