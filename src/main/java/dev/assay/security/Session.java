package dev.assay.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's stay in the console, from log-in to log-out.
 *
 * @param keyName what the key is called with which was logged in
 * @param csrf what every request that changes something must bring along
 */
public record Session(String keyName, String csrf) {

  private static final String ATTRIBUTE = Session.class.getName();

  /** Of the caller; null for one that came without, such as a service with its key. */
  public static @Nullable Session of(SecurityIdentity caller) {
    return caller.getAttribute(ATTRIBUTE);
  }

  /** The session of the cookie, which belongs to the key. */
  static Session of(String id, String keyName) {
    return new Session(keyName, SessionId.csrf(id));
  }

  SecurityIdentity identity(HeldKey key) {
    return QuarkusSecurityIdentity.builder(key.identity()).addAttribute(ATTRIBUTE, this).build();
  }

  /** In constant time. */
  public boolean sent(@Nullable String token) {
    return token != null
        && MessageDigest.isEqual(
            csrf.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /** Hides the token. */
  @Override
  public String toString() {
    return "session of " + keyName;
  }
}
