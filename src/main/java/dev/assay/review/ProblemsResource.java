package dev.assay.review;

import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leads that were set aside because their assessment failed. */
@Path("/v1/problems")
@Tag(name = "Problems", description = "Leads that could not be assessed")
class ProblemsResource {
  private final SetAsideLeads leads;

  ProblemsResource(SetAsideLeads leads) {
    this.leads = leads;
  }

  /** A page of leads by key. */
  record Page(List<SetAsideLeads.SetAside> leads, @Nullable String next) {}

  /**
   * What a retry set going.
   *
   * @param leads how many leads are assessed again
   */
  record Retried(int leads) {}

  @GET
  @RolesAllowed({Roles.SALES, Roles.ANALYST})
  @Operation(
      summary = "List leads that could not be assessed",
      description =
          "With the reason. Their events are kept and their score is the last good one. They are"
              + " tried again with their next event, after rules changed, and on request. Pass next"
              + " as cursor for the page after this.")
  public Page list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    if (cursor.indexOf(0) >= 0) {
      throw Problems.badRequest("cursor must be the next of a page before, unchanged.");
    }
    List<SetAsideLeads.SetAside> found = leads.page(cursor, limit + 1);
    return found.size() <= limit
        ? new Page(found, null)
        : new Page(found.subList(0, limit), found.get(limit - 1).lead());
  }

  @POST
  @Path("retry")
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Try all of them again",
      description = "In a moment, beside the events. May be repeated.")
  @APIResponse(
      responseCode = "202",
      description = "How many are tried",
      content = @Content(schema = @Schema(implementation = Retried.class)))
  public Response retry() throws SQLException {
    return Response.accepted(new Retried(leads.retry(null))).build();
  }

  @POST
  @Path("{lead}/retry")
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Try one of them again",
      description =
          "In a moment. May be repeated; a lead without a problem is left alone and counts 0.")
  @APIResponse(
      responseCode = "202",
      description = "1, or 0 if the lead has no problem",
      content = @Content(schema = @Schema(implementation = Retried.class)))
  public Response retry(@PathParam("lead") String lead) throws SQLException {
    int tried = lead.indexOf(0) >= 0 ? 0 : leads.retry(lead);
    return Response.accepted(new Retried(tried)).build();
  }
}
