package dev.assay.comparison;

import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a version of the rules differs from another. */
@Path("/v1/rulesets/{number}/diff")
@RolesAllowed(Roles.ANALYST)
@Tag(name = "Rule sets")
class DiffResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final CompareRulesets compare;

  DiffResource(CompareRulesets compare) {
    this.compare = compare;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What differs from another version",
      description =
          "By table and row, matched by what they say rather than by where they stand: added,"
              + " removed, changed cell by cell, moved. Against the live version unless another is"
              + " named. With format=xlsx, or Accept, as a spreadsheet with the changes marked.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CompareRulesets.Diff.class)))
  @APIResponse(responseCode = "404", description = "No such version")
  @APIResponse(responseCode = "409", description = "One of the workbooks has errors")
  public Response json(
      int number,
      @QueryParam("against") @Nullable Integer against,
      @QueryParam("format") @Nullable String format) {
    if ("xlsx".equals(format)) {
      return xlsx(number, against);
    }
    if (format != null && !format.equals("json")) {
      throw Problems.badRequest(
          "format must be json or xlsx, not %s; without it you get JSON."
              .formatted(format.substring(0, Math.min(format.length(), 20))));
    }
    return Response.ok(compare.diff(number, against)).type(MediaType.APPLICATION_JSON).build();
  }

  @GET
  @Produces(XLSX)
  @Operation(hidden = true)
  public Response xlsx(int number, @QueryParam("against") @Nullable Integer against) {
    CompareRulesets.Marked marked = compare.marked(number, against);
    return Response.ok(marked.file())
        .type(XLSX)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(marked.name()))
        .build();
  }
}
