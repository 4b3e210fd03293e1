package dev.assay.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance error(
        int status, String title, String detail, @Nullable Object errorId);
  }

  @ServerResponseFilter
  public void show(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof HttpProblem problem
        && ConsolePaths.hold(request.getUriInfo().getPath())) {
      String detail = Objects.requireNonNullElse(problem.getDetail(), "");
      Object id = problem.getParameters().get("errorId");
      if (request.getHeaderString("HX-Request") != null) {
        response.setEntity(
            id == null ? detail : detail + " errorId: " + id,
            null,
            MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"));
      } else if (accepts(request)) {
        String title = Objects.requireNonNullElse(problem.getTitle(), "Error");
        String page = Templates.error(problem.getStatusCode(), title, detail, id).render();
        response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
      }
    }
  }

  private static boolean accepts(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML);
  }
}
