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

  /** The cookie in which a browser keeps the id of its session. */
  public static final String NAME = "assay_session";

  /** Pages ask under this path for news by themselves. */
  static final String LIVE = "/live/";

  /**
   * Asks the browser to come again. A link on another site brings no {@code SameSite=Strict}
   * cookie, but this page, being ours, does.
   */
  private static final String AGAIN =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
          + "<meta http-equiv=\"refresh\" content=\"0\"><title>Assay</title></html>";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    Cookie cookie = request.request().getCookie(NAME);
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
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, NAME, "session"));
  }

  private static boolean cameFromElsewhere(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && request.getCookie(NAME) == null;
  }

  private static String logIn(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method()) && !"/".equals(request.uri())
        ? "/login?next=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8)
        : "/login";
  }
}
