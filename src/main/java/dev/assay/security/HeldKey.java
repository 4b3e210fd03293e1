package dev.assay.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.MessageDigest;
import java.util.Set;

/** A usable key in memory, with the identity it gives made once and not per request. */
final class HeldKey {

  private final String name;
  private final byte[] hash;
  private final SecurityIdentity identity;

  HeldKey(String id, String name, Set<String> roles, byte[] hash) {
    this.name = name;
    this.hash = hash.clone();
    this.identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(id))
            .addRoles(Roles.expanded(roles))
            .addAttribute(KeyName.ATTRIBUTE, name)
            .build();
  }

  /** In constant time, so that the answer's delay says nothing about the hash. */
  boolean opensWith(Token token) {
    return MessageDigest.isEqual(hash, token.hash());
  }

  String name() {
    return name;
  }

  SecurityIdentity identity() {
    return identity;
  }
}
