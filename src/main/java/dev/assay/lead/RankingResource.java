package dev.assay.lead;

import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom to call first. */
@Path("/v1/leads")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
@Tag(name = "Leads")
class RankingResource {
  private final ListLeads list;

  RankingResource(ListLeads list) {
    this.list = list;
  }

  @GET
  @Operation(
      summary = "List leads, best first",
      description =
          "Views: hot-unassigned, new-in-top-stage (within a week), cooling-down (in a stage, quiet for"
              + " two weeks), good-on-paper (never engaged). Filters take an exact value, or none for leads without one; q looks in key, name, company"
              + " and e-mail address. Pass next as cursor for the page after this.")
  public RankingPage list(
      @QueryParam("view") @Nullable String view,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("band") @Nullable String band,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("q") @Size(max = 200) @Nullable String text,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    var filter = new RankingFilter(view(view), stage, band, grade, owner, text);
    return list.list(filter, cursor, limit);
  }

  private static @Nullable SavedView view(@Nullable String word) {
    SavedView view = word == null ? null : SavedView.of(word);
    if (word != null && view == null) {
      throw Problems.badRequest(
          "view must be one of hot-unassigned, new-in-top-stage, cooling-down and good-on-paper.");
    }
    return view;
  }
}
