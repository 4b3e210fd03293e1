package dev.assay.http;

import dev.assay.problem.ServedPaths;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Gives the metrics of requests names from a closed set. The platform names a request by its path
 * as sent, unless a resource takes it, and by its method as sent; so callers could make any number
 * of series, and an address in a refused path would stand on the page of metrics.
 */
@Singleton
class NamePaths {
  private static final int AFTER_WATCHING = 9_000;
  private static final String REQUESTS = "http.server.requests";

  /** The name of all paths that nothing serves. */
  static final String UNMATCHED = "/unmatched";

  /** The platform leaves these requests out (application.properties); they are counted here. */
  private static final String LEFT_OUT = "/unknown-method";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  /** What the platform serves under these paths has one name each. */
  private static final List<String> FOLDERS =
      List.of("/q/health/", "/q/metrics/", "/q/openapi", "/q/swagger-ui", "/console/", "/webjars/");

  private static final Set<String> FILES = Set.of("/q/health", "/q/metrics", "/favicon.ico");

  private final ServedPaths served;
  private final MeterRegistry meters;

  NamePaths(ServedPaths served, MeterRegistry meters) {
    this.served = served;
    this.meters = meters;
  }

  void install(@Observes Filters filters) {
    filters.register(this::name, AFTER_WATCHING);
  }

  private void name(RoutingContext call) {
    String path = template(call.normalizedPath());
    boolean known = METHODS.contains(call.request().method().name());
    HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(call);
    if (metric != null) {
      metric.setTemplatePath(known ? path : LEFT_OUT);
    }
    if (!known) {
      count(call, path);
    }
    call.next();
  }

  private String template(String path) {
    String template = served.template(path);
    if (template != null) {
      return template;
    }
    if (FILES.contains(path)) {
      return path;
    }
    return FOLDERS.stream()
        .filter(path::startsWith)
        .map(folder -> folder.endsWith("/") ? folder + "{file}" : folder)
        .findFirst()
        .orElse(UNMATCHED);
  }

  private void count(RoutingContext call, String path) {
    Timer.Sample begun = Timer.start(meters);
    call.addEndHandler(
        ended -> {
          int status = call.response().getStatusCode();
          begun.stop(
              meters.timer(
                  REQUESTS,
                  Tags.of("method", "OTHER", "uri", path, "status", String.valueOf(status))
                      .and(Outcome.forStatus(status).asTag())));
        });
  }
}
