package dev.assay.console;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages tell of people, so no cache keeps them. */
@Singleton
class NoStore {

  @ServerResponseFilter
  public void mark(ContainerRequestContext request, ContainerResponseContext response) {
    if (ConsolePaths.hold(request.getUriInfo().getPath())) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
