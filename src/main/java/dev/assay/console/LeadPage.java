package dev.assay.console;

import dev.assay.lead.ExplainLead;
import dev.assay.lead.Explanation;
import dev.assay.lead.Leads;
import dev.assay.lead.ScoreHistory;
import dev.assay.lead.StageHistory;
import dev.assay.lead.StoredLead;
import dev.assay.lead.SuggestSteps;
import dev.assay.lead.Timeline;
import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import dev.assay.webhook.Endpoint;
import dev.assay.webhook.Endpoints;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one lead, and above all why. */
@Path("/leads/{lead}")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
class LeadPage {
  private static final int CHANGES = 200;
  private static final int ENTRIES = 30;
  private static final int LATEST = Integer.MAX_VALUE;

  private final Leads leads;
  private final ExplainLead explain;
  private final ScoreHistory scores;
  private final StageHistory stages;
  private final Timeline timeline;
  private final SuggestSteps suggest;
  private final Endpoints endpoints;
  private final SecurityIdentity caller;
  private final Clock clock;

  LeadPage(
      Leads leads,
      ExplainLead explain,
      ScoreHistory scores,
      StageHistory stages,
      Timeline timeline,
      SuggestSteps suggest,
      Endpoints endpoints,
      SecurityIdentity caller,
      Clock clock) {
    this.leads = leads;
    this.explain = explain;
    this.scores = scores;
    this.stages = stages;
    this.timeline = timeline;
    this.suggest = suggest;
    this.endpoints = endpoints;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "lead")
  static class Templates {
    static native TemplateInstance page(
        LeadHead head,
        Why why,
        ScoreChart chart,
        SuggestSteps.Steps steps,
        Past past,
        Map<String, String> receivers);

    static native TemplateInstance why(Why why);

    static native TemplateInstance past(Past past);
  }

  /** Why the lead has its score, at a moment. */
  record Why(
      Explanation explanation, Waterfall waterfall, Quadrant quadrant, @Nullable String asOf) {
    static Why of(Explanation explanation, @Nullable String asOf) {
      var score = explanation.assessment().score();
      return new Why(
          explanation,
          Waterfall.of(explanation.assessment().lines()),
          Quadrant.of(score.fit(), score.engagement()),
          asOf);
    }
  }

  /** A part of the timeline, newest first. */
  record Past(String href, List<Happened> entries, @Nullable String next) {}

  @GET
  public TemplateInstance show(@PathParam("lead") String name) throws SQLException {
    StoredLead stored = find(name);
    Explanation explanation = explained(name, null);
    return Templates.page(
        LeadHead.of(stored, leads.aliases(stored.lead()), clock.instant()),
        Why.of(explanation, null),
        ScoreChart.of(
            scores.page(stored.lead(), LATEST, CHANGES),
            stages.of(stored.lead(), CHANGES),
            clock.instant()),
        suggest.of(stored),
        past(stored, null),
        receivers());
  }

  /** The endpoints to which the lead's messages can be sent again, by id; none for most people. */
  private Map<String, String> receivers() throws SQLException {
    Map<String, String> receivers = new LinkedHashMap<>();
    if (caller.hasRole(Roles.ADMIN)) {
      for (Endpoint endpoint : endpoints.all()) {
        if (endpoint.enabled()) {
          receivers.put(endpoint.id(), EndpointShown.name(endpoint));
        }
      }
    }
    return receivers;
  }

  /** The score at the end of a day, counted from the day on which the lead was first heard of. */
  @GET
  @Path("why")
  public TemplateInstance why(
      @PathParam("lead") String name, @QueryParam("day") @Min(0) @Max(36_500) int day)
      throws SQLException {
    LeadHead head = LeadHead.of(find(name), List.of(), clock.instant());
    if (day >= head.days()) {
      return Templates.why(Why.of(explained(name, null), null));
    }
    Instant at = head.endOf(day);
    return Templates.why(Why.of(explained(name, at), Times.day(at)));
  }

  @GET
  @Path("timeline")
  public TemplateInstance timeline(
      @PathParam("lead") String name, @QueryParam("cursor") @Nullable String cursor)
      throws SQLException {
    return Templates.past(past(find(name), cursor));
  }

  private Past past(StoredLead lead, @Nullable String cursor) throws SQLException {
    var before = cursor == null ? Timeline.TimeCursor.NEWEST : Timeline.TimeCursor.parse(cursor);
    if (before == null) {
      throw Problems.badRequest("The cursor is none of a page before; reload this page.");
    }
    List<Timeline.Entry> found = timeline.page(lead, before, ENTRIES + 1);
    String next = null;
    if (found.size() > ENTRIES) {
      found = found.subList(0, ENTRIES);
      Timeline.Entry last = found.get(ENTRIES - 1);
      next = new Timeline.TimeCursor(last.at(), last.kind(), last.id()).text();
    }
    return new Past("/leads/" + LeadsQuery.encoded(lead.lead()), Happened.all(found), next);
  }

  private Explanation explained(String name, @Nullable Instant asOf) throws SQLException {
    Explanation explanation = explain.explain(name, null, asOf);
    if (explanation == null) {
      throw Leads.unknown(name);
    }
    return explanation;
  }

  private StoredLead find(String name) throws SQLException {
    StoredLead stored = leads.find(name);
    if (stored == null) {
      throw Leads.unknown(name);
    }
    return stored;
  }
}
