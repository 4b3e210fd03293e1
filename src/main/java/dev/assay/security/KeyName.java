package dev.assay.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Objects;

/** What the key is called with which somebody calls or was logged in. */
public final class KeyName {

  static final String ATTRIBUTE = KeyName.class.getName();

  private KeyName() {}

  /** As it was given when the key was made; the key's id where the caller has no such name. */
  public static String of(SecurityIdentity caller) {
    String name = caller.getAttribute(ATTRIBUTE);
    return Objects.requireNonNullElse(name, caller.getPrincipal().getName());
  }
}
