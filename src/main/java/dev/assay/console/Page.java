package dev.assay.console;

import dev.assay.security.Roles;
import java.util.Set;

/** The pages that the navigation shows, in its order, each to the roles that may open it. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copies
public enum Page {
  LEADS("/leads", "Leads", Roles.SALES, Roles.ANALYST),
  OVERVIEW("/overview", "Overview", Roles.SALES, Roles.ANALYST),
  RULES("/rules", "Rules", Roles.ANALYST),
  EFFECT("/rule-effect", "Rule effect", Roles.ANALYST),
  IMPORT("/import", "Import", Roles.INGEST),
  WEBHOOKS("/webhooks", "Webhooks", Roles.ADMIN);

  private final String path;
  private final String title;
  private final Set<String> roles;

  Page(String path, String title, String... roles) {
    this.path = path;
    this.title = title;
    this.roles = Set.of(roles);
  }

  public String path() {
    return path;
  }

  public String title() {
    return title;
  }

  Set<String> roles() {
    return roles;
  }

  /** Whether what is shown at the path belongs to this page. */
  boolean holds(String shown) {
    return shown.equals(path) || shown.startsWith(path + "/");
  }
}
