package dev.assay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.event.EventAnswer;
import dev.assay.event.TakeEvents;
import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where sales report what became of a lead. */
@Path("/v1/leads/{lead}/outcomes")
@Tag(name = "Leads")
class OutcomesResource {
  private static final int MOST = 1_000;

  private final Leads leads;
  private final Outcomes outcomes;
  private final TakeEvents take;

  OutcomesResource(Leads leads, Outcomes outcomes, TakeEvents take) {
    this.leads = leads;
    this.outcomes = outcomes;
    this.take = take;
  }

  /** What sales reported, newest first. */
  record Reported(List<Outcomes.Outcome> outcomes) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  @RolesAllowed(Roles.SALES)
  @Operation(
      summary = "Report an outcome",
      description =
          "accepted, rejected (with a reason), won or lost. It is an event of type outcome on that"
              + " subject, so rules see it; (lead, source, id) counts once, for ever. source"
              + " defaults to sales, occurredAt to now.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Object.class),
              example =
                  """
                  {"id":"o-1","outcome":"rejected","reason":"No budget this year",\
                  "occurredAt":"2026-11-20T09:30:00Z"}"""))
  @APIResponse(
      responseCode = "200",
      description = "Stored and scored, or known already",
      content = @Content(schema = @Schema(implementation = EventAnswer.class)))
  @APIResponse(responseCode = "400", description = "Not an outcome that can be taken")
  @APIResponse(responseCode = "404", description = "No such lead")
  @APIResponse(responseCode = "409", description = "Another outcome has this id")
  public CompletionStage<EventAnswer> report(@PathParam("lead") String lead, JsonNode body)
      throws SQLException {
    if (body == null) {
      throw Problems.badRequest("The body is empty; send an outcome as a JSON object.");
    }
    return take.takeOutcome(key(lead), body);
  }

  @GET
  @RolesAllowed({Roles.SALES, Roles.ANALYST})
  @Operation(summary = "Show what sales reported", description = "The latest 1,000, newest first")
  public Reported show(@PathParam("lead") String lead) throws SQLException {
    return new Reported(outcomes.of(key(lead), MOST));
  }

  private String key(String lead) throws SQLException {
    StoredLead stored = leads.find(lead);
    if (stored == null) {
      throw LeadsResource.unknown(lead);
    }
    return stored.lead();
  }
}
