package dev.assay.ruleset;

import dev.assay.security.Roles;
import dev.assay.workbook.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An empty workbook to begin with. */
@Path("/v1/rulesets/template")
@RolesAllowed(Roles.ANALYST)
@Tag(name = "Rule sets")
class TemplateResource {

  @GET
  @Produces(RulesetsResource.XLSX)
  @Operation(
      summary = "An empty workbook",
      description =
          "All sheets and columns of the shipped workbook without rows, with the current vocabulary"
              + " on sheets of notes.")
  public Response template() {
    return Response.ok(Template.empty())
        .header("Content-Disposition", "attachment; filename=\"lead-scoring-empty.xlsx\"")
        .build();
  }
}
