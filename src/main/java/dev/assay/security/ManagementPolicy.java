package dev.assay.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Lets everybody see metrics and API description, or only keys when the operator wants that. */
@Singleton
class ManagementPolicy implements HttpSecurityPolicy {

  private final boolean protect;

  ManagementPolicy(SecurityConfig config) {
    this.protect = config.protectManagement();
  }

  @Override
  public String name() {
    return "management";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    if (!protect) {
      return CheckResult.permit();
    }
    boolean adminOnly = request.normalizedPath().startsWith("/q/metrics");
    return identity.map(
        caller -> new CheckResult(adminOnly ? caller.hasRole(Roles.ADMIN) : !caller.isAnonymous()));
  }
}
