package dev.assay.security;

import dev.assay.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives a session the identity of its key, as long as that may be used. */
@Singleton
class CheckSession implements IdentityProvider<PresentedSession> {

  private static final Logger LOG = Logger.getLogger(CheckSession.class);

  private final SessionTable sessions;
  private final KeyRing ring;

  CheckSession(SessionTable sessions, KeyRing ring) {
    this.sessions = sessions;
    this.ring = ring;
  }

  @Override
  public Class<PresentedSession> getRequestType() {
    return PresentedSession.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      PresentedSession request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> check(request));
  }

  private SecurityIdentity check(PresentedSession request) {
    String id = key(request);
    HeldKey key = id == null ? null : ring.held(id);
    if (key == null && id != null && ring.mayLookFor(id)) {
      key = ring.lookFor(id);
    }
    if (key == null) {
      throw new AuthenticationFailedException("The session has ended");
    }
    return Session.of(request.id(), key.name()).identity(key);
  }

  private @Nullable String key(PresentedSession request) {
    try {
      return sessions.key(request.id(), request.use());
    } catch (SQLException failure) {
      LOG.warn("Cannot look for a session in the database", failure);
      throw Problems.unavailable(
          "The session cannot be checked because the database cannot be read; try again later.",
          Duration.ofSeconds(2));
    }
  }
}
