package dev.assay.simulation;

import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where simulations are looked at. */
@Path("/v1/simulations")
@RolesAllowed(Roles.ANALYST)
@Tag(name = "Simulations")
class SimulationsResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Simulations simulations;
  private final SuggestPoints suggest;

  SimulationsResource(Simulations simulations, SuggestPoints suggest) {
    this.simulations = simulations;
    this.suggest = suggest;
  }

  /** The simulations of this process. */
  record Listed(List<SimulationView> simulations) {}

  @GET
  @Operation(
      summary = "List simulations",
      description = "Those that this process remembers, newest first, without their reports")
  public Listed list() {
    return new Listed(
        simulations.all().stream().map(one -> SimulationView.of(one).brief()).toList());
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Progress and result",
      description =
          "Poll it while state is running. A simulation lives in the memory of the process that runs"
              + " it: after a restart it is gone.")
  @APIResponse(responseCode = "404", description = "Not known here, or not any more")
  public SimulationView show(@PathParam("id") String id) {
    return SimulationView.of(simulations.get(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Cancel and forget", description = "May be repeated")
  @APIResponse(responseCode = "204", description = "It runs no more")
  public void cancel(@PathParam("id") String id) {
    simulations.cancel(id);
  }

  @GET
  @Path("{id}/changes")
  @Operation(
      summary = "Leads that change stage",
      description =
          "In the order of their keys, each with what differs between its two explanations. before and"
              + " after filter by stage; none means no stage. Pass next as cursor for the page after"
              + " this.")
  @APIResponse(responseCode = "409", description = "The simulation has no result yet")
  public ChangePage changes(
      @PathParam("id") String id,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    return simulations.get(id).changes(before, after, cursor, limit);
  }

  @GET
  @Path("{id}/suggested-workbook")
  @Produces(XLSX)
  @Operation(
      summary = "The workbook with the points that close rates suggest",
      description = "Everything else stays as it is. Upload it as a draft to try it.")
  @APIResponse(responseCode = "409", description = "Nothing is suggested")
  public Response suggested(@PathParam("id") String id) {
    Simulation simulation = simulations.get(id);
    return Response.ok(suggest.workbook(simulation))
        .header(
            "Content-Disposition",
            "attachment; filename=\"suggested-%d.xlsx\"".formatted(simulation.ruleset))
        .build();
  }
}
