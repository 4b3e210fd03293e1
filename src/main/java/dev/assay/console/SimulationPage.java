package dev.assay.console;

import dev.assay.ruleset.OpenRuleset;
import dev.assay.security.Roles;
import dev.assay.simulation.ChangePage;
import dev.assay.simulation.Report;
import dev.assay.simulation.SimulateRuleset;
import dev.assay.simulation.Simulation;
import dev.assay.simulation.SimulationView;
import dev.assay.simulation.Simulations;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a version would do to the leads there are. */
@Path("/rules/{number:\\d+}/simulation")
@RolesAllowed(Roles.ANALYST)
class SimulationPage {
  private static final int LEADS = 25;

  private final RulesetHeads heads;
  private final SimulateRuleset simulate;
  private final Simulations simulations;
  private final OpenRuleset open;
  private final Clock clock;

  SimulationPage(
      RulesetHeads heads,
      SimulateRuleset simulate,
      Simulations simulations,
      OpenRuleset open,
      Clock clock) {
    this.heads = heads;
    this.simulate = simulate;
    this.simulations = simulations;
    this.open = open;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "rules")
  static class Templates {
    static native TemplateInstance simulation(RulesetHead head, View view);

    static native TemplateInstance running(SimulationView simulation, String href);

    static native TemplateInstance changes(ChangedLeads changes);
  }

  /**
   * What the page shows.
   *
   * @param simulation the latest of this version, null if there is none
   * @param outdated whether other rules are live by now than it was compared with
   * @param tables null while there is no result
   * @param other of another version that is under way, null if there is none
   * @param before the stage of the leads that are listed, null for all
   */
  record View(
      @Nullable SimulationView simulation,
      String href,
      boolean outdated,
      @Nullable SimulationTables tables,
      @Nullable ChangedLeads changes,
      @Nullable SimulationView other,
      @Nullable String before,
      @Nullable String after) {}

  @GET
  public TemplateInstance show(
      @PathParam("number") int number,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after)
      throws SQLException {
    SimulationView other = null;
    Simulation latest = null;
    SimulationView shown = null;
    for (Simulation one : simulations.all()) {
      SimulationView view = SimulationView.of(one);
      if (view.ruleset() == number && latest == null) {
        latest = one;
        shown = view;
      } else if (view.state().equals("running")) {
        other = view;
      }
    }
    Report report = shown == null ? null : shown.report();
    String href = shown == null ? "" : href(number, shown.id());
    return Templates.simulation(
        heads.of(number, "/simulation"),
        new View(
            shown,
            href,
            shown != null && shown.live() != open.live(),
            report == null ? null : SimulationTables.of(report),
            report == null || latest == null || shown == null
                ? null
                : changes(latest, shown, href, before, after, ""),
            other,
            before,
            after));
  }

  @POST
  public Response start(@PathParam("number") int number, @BeanParam @Valid SimulationForm form) {
    simulate.start(number, form.scope(clock.instant()));
    return Response.noContent()
        .header("HX-Redirect", "/rules/%d/simulation".formatted(number))
        .build();
  }

  /** How far it is; once it has ended, the page is to be loaded again. */
  @GET
  @Path("{id}/progress")
  public Response progress(@PathParam("number") int number, @PathParam("id") String id) {
    SimulationView view = SimulationView.of(simulations.get(id));
    return view.state().equals("running")
        ? Response.ok(Templates.running(view, href(number, id))).build()
        : Response.noContent().header("HX-Refresh", "true").build();
  }

  @DELETE
  @Path("{id}")
  public Response cancel(@PathParam("number") int number, @PathParam("id") String id) {
    simulations.cancel(id);
    return Response.noContent()
        .header("HX-Redirect", "/rules/%d/simulation".formatted(number))
        .build();
  }

  @GET
  @Path("{id}/changes")
  public TemplateInstance changes(
      @PathParam("number") int number,
      @PathParam("id") String id,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    Simulation simulation = simulations.get(id);
    return Templates.changes(
        changes(
            simulation, SimulationView.of(simulation), href(number, id), before, after, cursor));
  }

  private static ChangedLeads changes(
      Simulation simulation,
      SimulationView view,
      String href,
      @Nullable String before,
      @Nullable String after,
      String cursor) {
    ChangePage page = simulation.changes(before, after, cursor, LEADS);
    String next =
        href
            + "/changes?"
            + (before == null ? "" : "before=" + SheetLink.encoded(before) + "&")
            + (after == null ? "" : "after=" + SheetLink.encoded(after));
    return ChangedLeads.of(page, view, next);
  }

  private static String href(int number, String id) {
    return "/rules/%d/simulation/%s".formatted(number, SheetLink.encoded(id));
  }
}
