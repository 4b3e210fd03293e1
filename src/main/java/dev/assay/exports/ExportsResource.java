package dev.assay.exports;

import dev.assay.lead.RankingFilter;
import dev.assay.lead.SavedView;
import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the ranked list is had as a file. */
@Path("/v1/exports")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
@Tag(name = "Exports", description = "The ranked list as a file")
class ExportsResource {
  private final ExportFile file;

  ExportsResource(ExportFile file) {
    this.file = file;
  }

  /** The filters, as for the list itself. */
  public record Wanted(
      @QueryParam("view") @Nullable String view,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("band") @Nullable String band,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("q") @Size(max = 200) @Nullable String text) {

    RankingFilter filter() {
      SavedView saved = view == null ? null : SavedView.of(view);
      if (view != null && saved == null) {
        throw Problems.badRequest(
            "view must be one of "
                + Arrays.stream(SavedView.values())
                    .map(SavedView::word)
                    .collect(Collectors.joining(", "))
                + ".");
      }
      return new RankingFilter(saved, stage, band, grade, owner, text);
    }
  }

  @GET
  @Path("leads.csv")
  @Produces(ExportFile.CSV)
  @Operation(
      summary = "The ranked list as CSV",
      description =
          "All leads that pass the filters of GET /v1/leads, best first. Texts that begin like a"
              + " formula stand behind an apostrophe; numbers are as they are.")
  public Response csv(@Valid @BeanParam Wanted wanted) throws SQLException {
    return file.csv(wanted.filter());
  }

  @GET
  @Path("leads.xlsx")
  @Produces(ExportFile.XLSX)
  @Operation(
      summary = "The ranked list as a workbook",
      description = "All leads that pass the filters of GET /v1/leads, best first")
  public Response xlsx(@Valid @BeanParam Wanted wanted) throws SQLException {
    return file.xlsx(wanted.filter());
  }
}
