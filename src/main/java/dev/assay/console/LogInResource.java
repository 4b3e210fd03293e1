package dev.assay.console;

import dev.assay.security.LogIn;
import dev.assay.security.SessionCookies;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Logs people in with an API key, and out again. */
@Path("/")
@PermitAll
@Blocking
class LogInResource {

  private final LogIn logIn;
  private final RoutingContext request;

  LogInResource(LogIn logIn, RoutingContext request) {
    this.logIn = logIn;
    this.request = request;
  }

  @CheckedTemplate(basePath = "login")
  static class Templates {
    static native TemplateInstance page(String next, String csrf);

    static native TemplateInstance page$refused();
  }

  @GET
  @Path("login")
  public Response show(@QueryParam("next") @DefaultValue("/") String next) {
    String name = SessionCookies.form(request.request());
    String known = cookie(name);
    if (known != null && LogIn.isFormId(known)) {
      return page(known, next).build();
    }
    String id = LogIn.formId();
    return page(id, next).cookie(cookie(name, id, -1)).build();
  }

  private static Response.ResponseBuilder page(String id, String next) {
    return Response.ok(Templates.page(inside(next), LogIn.form(id).csrf()));
  }

  @POST
  @Path("login")
  public Response logIn(
      @FormParam("key") @DefaultValue("") String key,
      @FormParam("next") @DefaultValue("/") String next)
      throws SQLException {
    String id = logIn.begin(key);
    if (id == null) {
      return Response.status(422).entity(Templates.page$refused()).build();
    }
    String session = SessionCookies.session(request.request());
    logIn.end(cookie(session));
    return Response.noContent()
        .header("HX-Redirect", inside(next))
        .cookie(cookie(session, id, -1), cookie(SessionCookies.form(request.request()), "", 0))
        .build();
  }

  @POST
  @Path("logout")
  public Response logOut() throws SQLException {
    String session = SessionCookies.session(request.request());
    logIn.end(cookie(session));
    return Response.noContent()
        .header("HX-Redirect", "/login")
        .header("Clear-Site-Data", "\"cache\"")
        .cookie(cookie(session, "", 0))
        .build();
  }

  /** Never to another site, whatever the link said that led here. */
  private static String inside(String next) {
    return next.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? next : "/";
  }

  private @Nullable String cookie(String name) {
    Cookie sent = request.request().getCookie(name);
    return sent == null ? null : sent.getValue();
  }

  private NewCookie cookie(String name, String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure(SessionCookies.isSecure(request.request()))
        .maxAge(maxAge)
        .build();
  }
}
