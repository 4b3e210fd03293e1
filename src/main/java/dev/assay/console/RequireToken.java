package dev.assay.console;

import dev.assay.problem.Problems;
import dev.assay.security.LogIn;
import dev.assay.security.Session;
import dev.assay.security.SessionCookies;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what would change something unless it was sent by a page of ours: the token is on every
 * page, and no other site can read it or send this header.
 */
@Singleton
class RequireToken {

  static final String HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final SecurityIdentity caller;
  private final RoutingContext http;

  RequireToken(SecurityIdentity caller, RoutingContext http) {
    this.caller = caller;
    this.http = http;
  }

  @ServerRequestFilter
  public void check(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod()) || !ConsolePaths.hold(request.getUriInfo().getPath())) {
      return;
    }
    Session session = session(request);
    if (session == null || !session.sent(request.getHeaderString(HEADER))) {
      throw Problems.forbidden(
          "This page is from before you logged in or out. Reload it and try again.");
    }
  }

  private @Nullable Session session(ContainerRequestContext request) {
    if (!"/login".equals(request.getUriInfo().getPath())) {
      return Session.of(caller);
    }
    Cookie form = http.request().getCookie(SessionCookies.form(http.request()));
    return form == null || !LogIn.isFormId(form.getValue()) ? null : LogIn.form(form.getValue());
  }
}
