package dev.assay.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers say where something is by its path alone. JAX-RS completes a path by the header Host,
 * which is the caller's word, and may send whoever follows it elsewhere.
 */
@Singleton
class RelativeLocation {

  @ServerResponseFilter
  public void shorten(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI location
        && location.isAbsolute()
        && location.getRawAuthority().equals(request.getUriInfo().getBaseUri().getRawAuthority())) {
      String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
      response
          .getHeaders()
          .putSingle(HttpHeaders.LOCATION, URI.create(location.getRawPath() + query));
    }
  }
}
