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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom to call first. */
@Path("/v1/leads")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
@Tag(name = "Leads")
class RankingResource {
  private final Ranking ranking;

  RankingResource(Ranking ranking) {
    this.ranking = ranking;
  }

  /**
   * A page of the ranking.
   *
   * @param next the cursor of the next page, null on the last one
   */
  record Page(List<Ranking.Ranked> leads, @Nullable String next) {}

  @GET
  @Operation(
      summary = "List leads, best first",
      description =
          "Filters take an exact value, or none for leads without one; q looks in key, name, company"
              + " and e-mail address. Pass next as cursor for the page after this.")
  public Page list(
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("band") @Nullable String band,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("q") @Size(max = 200) @Nullable String text,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    refuseNul("stage", stage);
    refuseNul("band", band);
    refuseNul("grade", grade);
    refuseNul("owner", owner);
    refuseNul("q", text);
    RankCursor after = cursor == null ? null : RankCursor.parse(cursor);
    if (cursor != null && after == null) {
      throw Problems.badRequest("cursor must be the next of a page before, unchanged.");
    }
    var filter = new Ranking.Filter(stage, band, grade, owner, text);
    List<Ranking.Ranked> found = ranking.page(filter, after, limit + 1);
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    List<Ranking.Ranked> page = found.subList(0, limit);
    return new Page(page, RankCursor.after(page.get(limit - 1)).text());
  }

  /** The database knows no such character and would fail. */
  private static void refuseNul(String name, @Nullable String value) {
    if (value != null && value.indexOf(0) >= 0) {
      throw Problems.badRequest(name + " must not hold the character NUL.");
    }
  }
}
