package dev.assay.security;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;

/** Tells what a key may do whose work goes on without it. */
@Singleton
public class KeyRoles {
  private final KeyTable table;

  KeyRoles(KeyTable table) {
    this.table = table;
  }

  /** Whether the key has, or had until it was revoked, the role; an unknown one has none. */
  public boolean hasRole(String key, String role) throws SQLException {
    return table
        .find(key)
        .map(found -> Roles.expanded(Set.copyOf(found.roles())).contains(role))
        .orElse(false);
  }
}
