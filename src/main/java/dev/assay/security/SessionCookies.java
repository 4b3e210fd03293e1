package dev.assay.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the session of the console from its cookie. It counts on the console's paths alone
 * (application.properties), so a cookie never opens the HTTP interface for services.
 */
@Singleton
public class SessionCookies implements HttpAuthenticationMechanism {

  private static final String SESSION = "assay_session";
  private static final String FORM = "assay_form";

  /** Pages ask under this path for news by themselves. */
  static final String LIVE = "/live/";

  /**
   * Asks the browser to come again. A link on another site brings no {@code SameSite=Strict}
   * cookie, but this page, being ours, does.
   */
  private static final String AGAIN =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
          + "<meta http-equiv=\"refresh\" content=\"0\"><title>Assay</title></html>";

  /** The name of the cookie in which a browser keeps the id of its session. */
  public static String session(HttpServerRequest request) {
    return name(request, SESSION);
  }

  /** The name of the cookie that ties the log-in form to the browser that asked for it. */
  public static String form(HttpServerRequest request) {
    return name(request, FORM);
  }

  /** Whether the browser asks over TLS, so that cookies need never leave it. */
  public static boolean isSecure(HttpServerRequest request) {
    return "https".equals(request.scheme());
  }

  /**
   * Browsers take a cookie of this prefix from the very host alone, and only over TLS (RFC 6265bis,
   * 4.1.3), so that no neighbouring host can put one into them.
   */
  private static String name(HttpServerRequest request, String name) {
    return isSecure(request) ? "__Host-" + name : name;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    Cookie cookie = request.request().getCookie(session(request.request()));
    if (cookie == null || !SessionId.isOne(cookie.getValue())) {
      return Uni.createFrom().nullItem();
    }
    boolean use = !request.normalizedPath().startsWith(LIVE);
    return identities
        .authenticate(new PresentedSession(cookie.getValue(), use))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(303, "Location", logIn(request.request())));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getHeader("HX-Request") != null) {
      response.putHeader("HX-Redirect", "/login").setStatusCode(401).end();
    } else if (context.normalizedPath().startsWith(LIVE)) {
      response.setStatusCode(401).end();
    } else if (cameFromElsewhere(request)) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(AGAIN);
    } else {
      response.putHeader(HttpHeaders.LOCATION, logIn(request)).setStatusCode(303).end();
    }
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(PresentedSession.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SESSION, "session"));
  }

  private static boolean cameFromElsewhere(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && request.getCookie(session(request)) == null;
  }

  private static String logIn(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method()) && !"/".equals(request.uri())
        ? "/login?next=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8)
        : "/login";
  }
}
