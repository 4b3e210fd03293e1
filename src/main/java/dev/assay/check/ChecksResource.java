package dev.assay.check;

import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where those who run the service have it compare all leads with their logs. */
@Path("/v1/checks")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Checks", description = "Is what is stored of leads what their logs say?")
class ChecksResource {
  private static final int LATEST = 20;

  private final Checks checks;

  ChecksResource(Checks checks) {
    this.checks = checks;
  }

  /**
   * What to do.
   *
   * @param repair whether to repair what is different
   */
  record Wanted(boolean repair) {}

  /** The latest checks, newest first. */
  record Latest(List<Check> checks) {}

  /**
   * A page of differences by lead.
   *
   * @param next where the next page begins, null on the last one
   */
  record Page(List<Difference> differences, @Nullable String next) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Compare all leads with their logs",
      description =
          "Replays events and profile changes of each lead and compares with its row and its"
              + " histories. With repair, rows that differ are taken again from the logs and"
              + " assessed; a stage change that follows is announced unless it was before. Runs"
              + " beside the events; progress and result are at /v1/checks/{id}.")
  @APIResponse(
      responseCode = "202",
      description = "It runs",
      content = @Content(schema = @Schema(implementation = Check.class)))
  @APIResponse(responseCode = "409", description = "One is running")
  public Response start(@Nullable Wanted wanted) throws SQLException {
    Check check = checks.start(wanted != null && wanted.repair());
    if (check == null) {
      throw Problems.conflict("A check is running; GET /v1/checks shows how far it is.");
    }
    return Response.accepted(check).build();
  }

  @GET
  @Operation(summary = "List checks", description = "The latest 20, newest first")
  public Latest list() throws SQLException {
    return new Latest(checks.latest(LATEST));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Show a check", description = "How far it is and what it found")
  public Check show(@PathParam("id") int id) throws SQLException {
    Check check = checks.find(id);
    if (check == null) {
      throw Problems.notFound("There is no check %d; GET /v1/checks lists them.".formatted(id));
    }
    return check;
  }

  @GET
  @Path("{id}/differences")
  @Operation(
      summary = "Show what a check found",
      description = "By lead. Pass next as cursor for the page after this.")
  public Page differences(
      @PathParam("id") int id,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    int blank = cursor.indexOf(' ');
    if (cursor.indexOf(0) >= 0 || (blank < 0 && !cursor.isEmpty())) {
      throw Problems.badRequest("cursor must be the next of a page before, unchanged.");
    }
    List<Difference> found =
        checks.differences(
            show(id).id(),
            cursor.substring(blank + 1),
            cursor.substring(0, Math.max(0, blank)),
            limit + 1);
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    Difference last = found.get(limit - 1);
    return new Page(found.subList(0, limit), last.what() + " " + last.lead());
  }
}
