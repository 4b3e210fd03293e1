package dev.assay.simulation;

import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where simulations are started. */
@Path("/v1/rulesets/{number}/simulations")
@RolesAllowed(Roles.ANALYST)
@Tag(name = "Simulations", description = "What would other rules do to the leads there are?")
class StartSimulationResource {
  private final SimulateRuleset simulate;

  StartSimulationResource(SimulateRuleset simulate) {
    this.simulate = simulate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Try a rule set on stored leads",
      description =
          "Assesses every lead under this rule set and under the live one, and changes none. Without a"
              + " body: all leads, now. sample takes so many; asOf a moment in the past; from and to"
              + " replay the events of a period. One simulation runs at a time.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Scope.class),
              example =
                  """
                  {"sample":10000,"from":"2026-10-01T00:00:00Z","to":"2026-11-01T00:00:00Z"}"""))
  @APIResponse(
      responseCode = "202",
      description = "Under way; Location says where to look",
      content = @Content(schema = @Schema(implementation = SimulationView.class)))
  @APIResponse(responseCode = "404", description = "No such rule set")
  @APIResponse(responseCode = "409", description = "The rule set has errors")
  @APIResponse(responseCode = "429", description = "Another simulation is under way")
  public Response start(@PathParam("number") int number, @Nullable Scope scope) {
    Simulation simulation = simulate.start(number, scope == null ? Scope.ALL : scope);
    return Response.accepted(SimulationView.of(simulation).brief())
        .header("Location", "/v1/simulations/" + simulation.id)
        .build();
  }
}
