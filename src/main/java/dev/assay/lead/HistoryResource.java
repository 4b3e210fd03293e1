package dev.assay.lead;

import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import dev.assay.time.Rfc3339;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a lead stands where it stands, and how it came there. */
@Path("/v1/leads/{lead}")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
@Tag(name = "Leads")
class HistoryResource {
  private final Leads leads;
  private final ExplainLead explain;
  private final Timeline timeline;
  private final ScoreHistory scores;

  HistoryResource(Leads leads, ExplainLead explain, Timeline timeline, ScoreHistory scores) {
    this.leads = leads;
    this.explain = explain;
    this.timeline = timeline;
    this.scores = scores;
  }

  /** A page of a timeline, newest first. */
  record TimelinePage(List<Timeline.Entry> entries, @Nullable String next) {}

  /** A page of a score history, newest first. */
  record ScorePage(List<ScoreHistory.Change> changes, @Nullable Integer next) {}

  @GET
  @Path("explanation")
  @Operation(
      summary = "Explain a score",
      description =
          "The points of all lines sum to the score. With asOf at any moment in the past, with"
              + " ruleset by the rules of any version.")
  public Explanation explain(
      @PathParam("lead") String lead,
      @Parameter(schema = @Schema(example = "2026-11-20T09:30:00Z")) @QueryParam("asOf")
          @Nullable String asOf,
      @QueryParam("ruleset") @Nullable Integer ruleset)
      throws SQLException {
    Explanation explanation = explain.explain(lead, ruleset, asOf == null ? null : time(asOf));
    if (explanation == null) {
      throw LeadsResource.unknown(lead);
    }
    return explanation;
  }

  @GET
  @Path("timeline")
  @Operation(
      summary = "What happened",
      description =
          "Events, outcomes, changes of profile, score, stage and owner, merges, notes, deliveries;"
              + " newest first. A change of score says in awards which awards appeared, changed or"
              + " ended with it: the strongest eight, and how many others with how many points. It"
              + " says nothing of them where what was known then cannot be told any more.")
  public TimelinePage timeline(
      @PathParam("lead") String lead,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    var before = cursor == null ? Timeline.TimeCursor.NEWEST : Timeline.TimeCursor.parse(cursor);
    if (before == null) {
      throw Problems.badRequest("cursor must be the next of a page before, unchanged.");
    }
    List<Timeline.Entry> found = timeline.page(stored(lead), before, limit + 1);
    if (found.size() <= limit) {
      return new TimelinePage(found, null);
    }
    Timeline.Entry last = found.get(limit - 1);
    return new TimelinePage(
        found.subList(0, limit), new Timeline.TimeCursor(last.at(), last.kind(), last.id()).text());
  }

  @GET
  @Path("score-history")
  @Operation(
      summary = "How the score changed",
      description = "Newest first. Pass next as before for the page after this.")
  public ScorePage scores(
      @PathParam("lead") String lead,
      @QueryParam("before") @DefaultValue("2147483647") @Min(1) int before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    List<ScoreHistory.Change> found = scores.page(stored(lead).lead(), before, limit + 1);
    return found.size() <= limit
        ? new ScorePage(found, null)
        : new ScorePage(found.subList(0, limit), found.get(limit - 1).sequence());
  }

  private StoredLead stored(String lead) throws SQLException {
    StoredLead stored = leads.find(lead);
    if (stored == null) {
      throw LeadsResource.unknown(lead);
    }
    return stored;
  }

  static Instant time(String text) {
    try {
      Instant time = Rfc3339.parse(text);
      if (time.isBefore(Timeline.TimeCursor.OLDEST)
          || time.isAfter(Timeline.TimeCursor.NEWEST.at())) {
        throw new DateTimeException("outside the years that are stored");
      }
      return time;
    } catch (DateTimeException notATime) {
      throw Problems.badRequest(
          "asOf must be a time (RFC 3339) such as 2026-11-20T09:30:00Z, not \"%s\"."
              .formatted(text.length() > 64 ? text.substring(0, 64) + "…" : text));
    }
  }
}
