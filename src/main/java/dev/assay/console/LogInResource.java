package dev.assay.console;

import dev.assay.security.LogIn;
import dev.assay.security.SessionCookies;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
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

  static final String FORM = "assay_form";

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
  public Response show(
      @QueryParam("next") @DefaultValue("/") String next,
      @CookieParam(FORM) @Nullable String form) {
    String id = form == null || form.isBlank() ? LogIn.formId() : form;
    return Response.ok(Templates.page(inside(next), LogIn.form(id).csrf()))
        .cookie(cookie(FORM, id, -1))
        .build();
  }

  @POST
  @Path("login")
  public Response logIn(
      @FormParam("key") @DefaultValue("") String key,
      @FormParam("next") @DefaultValue("/") String next,
      @CookieParam(SessionCookies.NAME) @Nullable String old)
      throws SQLException {
    String id = logIn.begin(key);
    if (id == null) {
      return Response.status(422).entity(Templates.page$refused()).build();
    }
    logIn.end(old);
    return Response.noContent()
        .header("HX-Redirect", inside(next))
        .cookie(cookie(SessionCookies.NAME, id, -1), cookie(FORM, "", 0))
        .build();
  }

  @POST
  @Path("logout")
  public Response logOut(@CookieParam(SessionCookies.NAME) @Nullable String id)
      throws SQLException {
    logIn.end(id);
    return Response.noContent()
        .header("HX-Redirect", "/login")
        .header("Clear-Site-Data", "\"cache\"")
        .cookie(cookie(SessionCookies.NAME, "", 0))
        .build();
  }

  /** Never to another site, whatever the link said that led here. */
  private static String inside(String next) {
    return next.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? next : "/";
  }

  private NewCookie cookie(String name, String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure("https".equals(request.request().scheme()))
        .maxAge(maxAge)
        .build();
  }
}
