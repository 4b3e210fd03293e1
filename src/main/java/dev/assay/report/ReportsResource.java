package dev.assay.report;

import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where figures over all leads are had. */
@Path("/v1/reports")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
@Tag(name = "Reports", description = "Figures over all leads")
class ReportsResource {
  private final ShowOverview overview;

  ReportsResource(ShowOverview overview) {
    this.overview = overview;
  }

  @GET
  @Path("overview")
  @Operation(
      summary = "How it goes",
      description =
          "The funnel by stage with conversion and median time, leads that came to a stage by week,"
              + " bands at the end of weeks, what became of leads by the band they were in before,"
              + " and how intake and delivery do. asOf says when it was counted: at most a second"
              + " ago, or where there are very many leads some minutes, and longer if"
              + " nobody has asked since.")
  public Overview overview() throws SQLException {
    return overview.show();
  }
}
