package dev.assay.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Set;

/** The roles an API key can have, by the names used in keys and in {@code @RolesAllowed}. */
public final class Roles {

  /** Writes events and profiles, and learns no more of leads than what it wrote. */
  public static final String INGEST = "ingest";

  /** Reads leads and their explanations, reports outcomes. */
  public static final String SALES = "sales";

  /** Owns the rules. */
  public static final String ANALYST = "analyst";

  /** Runs the service; may do whatever any other role may. */
  public static final String ADMIN = "admin";

  static final List<String> ALL = List.of(INGEST, SALES, ANALYST, ADMIN);

  private Roles() {}

  /** Whether the caller may see leads; one that only writes learns no more than what it wrote. */
  public static boolean readsLeads(SecurityIdentity caller) {
    return caller.hasRole(SALES) || caller.hasRole(ANALYST);
  }

  /** Whether the caller may say what became of leads. */
  public static boolean reportsOutcomes(SecurityIdentity caller) {
    return caller.hasRole(SALES);
  }

  /** What a key with these roles may act as. */
  static Set<String> expanded(Set<String> roles) {
    return roles.contains(ADMIN) ? Set.copyOf(ALL) : Set.copyOf(roles);
  }
}
