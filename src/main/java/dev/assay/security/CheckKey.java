package dev.assay.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives a presented key its identity: from memory, or for a new key from the database. */
@Singleton
class CheckKey implements IdentityProvider<PresentedKey> {

  /** The same whether the id, the secret or the state of the key is wrong. */
  static final String REFUSAL =
      "The API key is unknown or revoked; ask an admin of this service for a new one.";

  private final KeyRing ring;

  CheckKey(KeyRing ring) {
    this.ring = ring;
  }

  @Override
  public Class<PresentedKey> getRequestType() {
    return PresentedKey.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      PresentedKey request, AuthenticationRequestContext context) {
    Token token = request.token();
    return Uni.createFrom()
        .deferred(
            () -> {
              HeldKey key = ring.held(token.id());
              return key == null && ring.mayLookFor(token.id())
                  ? context.runBlocking(() -> check(ring.lookFor(token.id()), token))
                  : Uni.createFrom().item(check(key, token));
            });
  }

  private static SecurityIdentity check(@Nullable HeldKey key, Token token) {
    if (key == null || !key.opensWith(token)) {
      throw new AuthenticationFailedException(REFUSAL);
    }
    return key.identity();
  }
}
