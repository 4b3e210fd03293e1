package dev.assay.imports;

import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who asks for imports. An import belongs to the key with which it was uploaded, and is seen with
 * no other; admins see all.
 *
 * @param key id of the key with which somebody calls or was logged in
 */
public record Viewer(String key, boolean admin) {

  /** The caller, be it over HTTP or in the console. */
  public static Viewer of(SecurityIdentity caller) {
    return new Viewer(caller.getPrincipal().getName(), caller.hasRole(Roles.ADMIN));
  }
}
