package dev.assay.console;

import dev.assay.security.Session;
import dev.assay.workbook.DrawWorkbook;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the layout around every page knows: who looks, at what, and how. */
@Named("shell")
@RequestScoped
public class Shell {

  private static final Set<String> THEMES = Set.of("light", "dark");

  private final SecurityIdentity caller;
  private final RoutingContext request;
  private final Assets assets;
  private final Clock clock;

  Shell(SecurityIdentity caller, RoutingContext request, Assets assets, Clock clock) {
    this.caller = caller;
    this.request = request;
    this.assets = assets;
    this.clock = clock;
  }

  /** The name of the key; null where nobody is logged in. */
  public @Nullable String user() {
    Session session = Session.of(caller);
    return session == null ? null : session.keyName();
  }

  /** What requests that change something must bring along; empty where nobody is logged in. */
  public String csrf() {
    Session session = Session.of(caller);
    return session == null ? "" : session.csrf();
  }

  /** Whether the caller has the role. */
  public boolean may(String role) {
    return caller.hasRole(role);
  }

  /** The pages that the caller may open. */
  public List<Page> pages() {
    return Arrays.stream(Page.values())
        .filter(page -> page.roles().stream().anyMatch(caller::hasRole))
        .toList();
  }

  public boolean shows(Page page) {
    return page.holds(request.normalizedPath());
  }

  /** Chosen by the toggle; empty for that of the system. */
  public String theme() {
    Cookie cookie = request.request().getCookie("assay_theme");
    return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "";
  }

  /** The address of a file of the console, which changes when the file does. */
  public String file(String name) {
    return assets.file(name);
  }

  /** The address of a file from a webjar. */
  public String jar(String name, String file) {
    return assets.jar(name, file);
  }

  /** Where the service is, as the browser calls it. */
  public String address() {
    return request.request().scheme() + "://" + request.request().authority();
  }

  /** Where a row of the rules is shown. */
  public String row(int ruleset, String sheet, int row) {
    return SheetLink.row(ruleset, sheet, row);
  }

  /** What follows the address of a version to show the row of a cell. */
  public String place(String sheet, String cell) {
    return SheetLink.row(sheet, DrawWorkbook.row(cell));
  }

  /** How long before now: "5 min ago". */
  public String ago(Instant at) {
    return Times.ago(at, clock.instant());
  }

  /** A day for people, in UTC. */
  public String day(Instant at) {
    return Times.day(at);
  }

  /** A moment for people, in UTC. */
  public String time(Instant at) {
    return Times.minute(at);
  }
}
