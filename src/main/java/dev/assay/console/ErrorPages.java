package dev.assay.console;

import dev.assay.problem.ProblemAnswer;
import dev.assay.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Shows a problem as a page to a browser, and to a page that asked for a part as a plain text. */
@Singleton
class ErrorPages {
  /** Before everything that may refuse a request. */
  private static final int FIRST = 2_000;

  private final Assets assets;

  ErrorPages(Assets assets) {
    this.assets = assets;
  }

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance error(
        int status, String title, String detail, @Nullable Object errorId);

    static native TemplateInstance outside(int status, String title, String detail, Assets assets);
  }

  void install(@Observes Filters filters) {
    filters.register(this::prepare, FIRST);
  }

  private void prepare(RoutingContext request) {
    if (browser(request.request().getHeader(HttpHeaders.ACCEPT))
        && ConsolePaths.hold(request.normalizedPath())) {
      ProblemAnswer.showBy(request, problem -> show(request.response(), problem));
    }
    request.next();
  }

  /**
   * What is refused before a resource is asked. Nobody is known to be logged in there, so the page
   * has no navigation. Pages lead to the log-in by themselves: what needs an API key is none.
   */
  private void show(HttpServerResponse response, HttpProblem refused) {
    HttpProblem problem =
        refused.getStatusCode() == 401
            ? Problems.notFound("There is no page at this address. Look whether it is misspelt.")
            : refused;
    String title = Objects.requireNonNullElse(problem.getTitle(), "Error");
    problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
    response
        .setStatusCode(problem.getStatusCode())
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Templates.outside(problem.getStatusCode(), title, words(problem), assets).render());
  }

  @ServerResponseFilter
  public void show(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof HttpProblem problem
        && ConsolePaths.hold(request.getUriInfo().getPath())) {
      String detail = Objects.requireNonNullElse(problem.getDetail(), "");
      Object id = problem.getParameters().get("errorId");
      if (request.getHeaderString("HX-Request") != null) {
        response.setEntity(words(problem), null, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"));
      } else if (browser(request.getHeaderString(HttpHeaders.ACCEPT))) {
        String title = Objects.requireNonNullElse(problem.getTitle(), "Error");
        String page = Templates.error(problem.getStatusCode(), title, detail, id).render();
        response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
      }
    }
  }

  private static String words(HttpProblem problem) {
    Object id = problem.getParameters().get("errorId");
    String detail = Objects.requireNonNullElse(problem.getDetail(), "");
    return id == null ? detail : detail + " errorId: " + id;
  }

  private static boolean browser(@Nullable String accept) {
    return accept != null && accept.contains(MediaType.TEXT_HTML);
  }
}
