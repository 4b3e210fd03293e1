package dev.assay.console;

import dev.assay.ruleset.OpenRuleset;
import dev.assay.ruleset.PublicationView;
import dev.assay.ruleset.ShowRulesets;
import dev.assay.security.Roles;
import dev.assay.simulation.Report;
import dev.assay.simulation.Scope;
import dev.assay.simulation.SimulateRuleset;
import dev.assay.simulation.Simulation;
import dev.assay.simulation.SimulationView;
import dev.assay.simulation.Simulations;
import dev.assay.simulation.SuggestPoints;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each row of the live rules does: a simulation of them against themselves. */
@Path("/rule-effect")
@RolesAllowed(Roles.ANALYST)
class EffectPage {
  private final SimulateRuleset simulate;
  private final Simulations simulations;
  private final SuggestPoints suggest;
  private final OpenRuleset open;
  private final ShowRulesets show;
  private final Clock clock;

  EffectPage(
      SimulateRuleset simulate,
      Simulations simulations,
      SuggestPoints suggest,
      OpenRuleset open,
      ShowRulesets show,
      Clock clock) {
    this.simulate = simulate;
    this.simulations = simulations;
    this.suggest = suggest;
    this.open = open;
    this.show = show;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "rules")
  static class Templates {
    static native TemplateInstance effect(View view);
  }

  /**
   * What the page shows.
   *
   * @param reviewed when the live rules went live
   * @param due whether that is longer ago than a quarter
   * @param running what is under way, null if nothing is
   * @param done what the table is made of, null if nothing was computed yet
   */
  record View(
      int live,
      Instant reviewed,
      boolean due,
      int days,
      @Nullable SimulationView running,
      @Nullable SimulationView done,
      @Nullable EffectTable table) {

    /** Where a computation is asked about. */
    public String href(SimulationView of) {
      return EffectPage.href(of.id());
    }
  }

  /**
   * @param days without anything that a row counts after which it is stale
   */
  @GET
  public TemplateInstance show(@QueryParam("days") @DefaultValue("90") @Min(1) @Max(3_650) int days)
      throws SQLException {
    int live = open.live();
    SimulationView running = null;
    SimulationView done = null;
    for (Simulation one : simulations.all()) {
      SimulationView view = SimulationView.of(one);
      if (view.state().equals("running")) {
        running = view;
      } else if (done == null && isEffect(view, live)) {
        done = view;
      }
    }
    PublicationView last = show.published(1).get(0);
    Report report = done == null ? null : done.report();
    return Templates.effect(
        new View(
            live,
            last.publishedAt(),
            Staleness.reviewIsDue(last.publishedAt(), clock.instant()),
            days,
            running,
            done,
            report == null || done == null
                ? null
                : EffectTable.of(live, report, new Staleness(moment(done), days))));
  }

  private static boolean isEffect(SimulationView view, int live) {
    return view.ruleset() == live
        && view.live() == live
        && view.report() != null
        && view.scope().from() == null
        && view.scope().sample() == null;
  }

  private static Instant moment(SimulationView view) {
    return Objects.requireNonNullElse(view.scope().asOf(), view.startedAt());
  }

  /**
   * Computes it.
   *
   * @param ago so many days ago; 0 for now
   */
  @POST
  public Response compute(@FormParam("ago") @DefaultValue("0") @Min(0) @Max(3_650) int ago) {
    Instant past = ago == 0 ? null : clock.instant().minus(Duration.ofDays(ago));
    simulate.start(open.live(), new Scope(null, past, null, null));
    return shown();
  }

  /** How far it is; once it has ended, the page is to be loaded again. */
  @GET
  @Path("{id}/progress")
  public Response progress(@PathParam("id") String id) {
    SimulationView view = SimulationView.of(simulations.get(id));
    return view.state().equals("running")
        ? Response.ok(SimulationPage.Templates.running(view, href(id))).build()
        : Response.noContent().header("HX-Refresh", "true").build();
  }

  @DELETE
  @Path("{id}")
  public Response cancel(@PathParam("id") String id) {
    simulations.cancel(id);
    return shown();
  }

  @GET
  @Path("{id}/suggested.xlsx")
  @Produces(Spreadsheet.TYPE)
  public Response suggested(@PathParam("id") String id) {
    Simulation simulation = simulations.get(id);
    return Spreadsheet.answer(
        "suggested-%d.xlsx".formatted(SimulationView.of(simulation).ruleset()),
        suggest.workbook(simulation));
  }

  private static Response shown() {
    return Response.noContent().header("HX-Redirect", "/rule-effect").build();
  }

  private static String href(String id) {
    return "/rule-effect/" + SheetLink.encoded(id);
  }
}
