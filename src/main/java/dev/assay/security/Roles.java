package dev.assay.security;

import java.util.List;
import java.util.Set;

/** The roles an API key can have, by the names used in keys and in {@code @RolesAllowed}. */
public final class Roles {

  /** Reports events and profiles. */
  public static final String INGEST = "ingest";

  /** Reads leads and their explanations, reports outcomes. */
  public static final String SALES = "sales";

  /** Owns the rules. */
  public static final String ANALYST = "analyst";

  /** Runs the service; may do whatever any other role may. */
  public static final String ADMIN = "admin";

  static final List<String> ALL = List.of(INGEST, SALES, ANALYST, ADMIN);

  private Roles() {}

  /** What a key with these roles may act as. */
  static Set<String> expanded(Set<String> roles) {
    return roles.contains(ADMIN) ? Set.copyOf(ALL) : Set.copyOf(roles);
  }
}
