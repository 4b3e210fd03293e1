package dev.assay.security;

import dev.assay.problem.ProblemAnswer;
import dev.assay.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;

/**
 * Reads the key from {@code Authorization: Bearer …}.
 *
 * <p>A request with a wrong key goes on without an identity and is refused where one is needed,
 * with the reason noted here. So health checks answer whatever header a proxy adds.
 */
@Singleton
class BearerKeys implements HttpAuthenticationMechanism {

  private static final String REASON = BearerKeys.class.getName();
  private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  private static final String SCHEME = "Bearer ";
  private static final String FORM = "Authorization: Bearer assay_<id>_<secret>";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Uni.createFrom().nullItem();
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return refused(request, "The header Authorization is not of the scheme Bearer; send " + FORM);
    }
    Token token = Token.parse(header.substring(SCHEME.length()).strip());
    if (token == null) {
      return refused(request, "The API key is not of the form expected; send " + FORM);
    }
    return identities
        .authenticate(new PresentedKey(token))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithUni(failure -> refused(request, CheckKey.REFUSAL));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, WWW_AUTHENTICATE, challenge(request)));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    String reason =
        Objects.requireNonNullElse(
            request.<String>get(REASON),
            "%s needs an API key; send %s".formatted(path(request), FORM));
    HttpProblem problem =
        HttpProblem.builder(Problems.unauthorized(reason))
            .withHeader(WWW_AUTHENTICATE, challenge(request))
            .build();
    ProblemAnswer.send(request, problem);
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(PresentedKey.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
  }

  private static Uni<SecurityIdentity> refused(RoutingContext request, String reason) {
    request.put(REASON, reason);
    return Uni.createFrom().nullItem();
  }

  /** As in RFC 6750: the error is named only when a key was sent. */
  private static String challenge(RoutingContext request) {
    return request.get(REASON) == null
        ? "Bearer realm=\"assay\""
        : "Bearer realm=\"assay\", error=\"invalid_token\"";
  }

  private static String path(RoutingContext request) {
    String path = request.normalizedPath();
    return path.length() <= 100 ? path : path.substring(0, 100) + "…";
  }
}
