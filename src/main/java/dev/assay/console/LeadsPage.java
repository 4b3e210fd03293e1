package dev.assay.console;

import dev.assay.lead.ListLeads;
import dev.assay.lead.RankingPage;
import dev.assay.lead.RankingValues;
import dev.assay.lead.Trends;
import dev.assay.pipeline.CurrentRules;
import dev.assay.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom to call first. */
@Path("/leads")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
class LeadsPage {
  static final int ROWS = 50;

  private final ListLeads list;
  private final Trends trends;
  private final RankingValues values;
  private final CurrentRules rules;
  private final Clock clock;

  LeadsPage(ListLeads list, Trends trends, RankingValues values, CurrentRules rules, Clock clock) {
    this.list = list;
    this.trends = trends;
    this.values = values;
    this.rules = rules;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "leads")
  static class Templates {
    static native TemplateInstance page(View view);

    static native TemplateInstance row(LeadRow row);
  }

  /** What the page shows. */
  record View(
      LeadsQuery query,
      List<ViewLink> views,
      Map<String, List<String>> values,
      List<LeadRow> rows,
      @Nullable String next) {

    /** What can be chosen. */
    public List<String> fields() {
      return List.of("stage", "band", "grade", "owner");
    }

    /** The values of a field that leads have. */
    public List<String> options(String field) {
      return values.getOrDefault(field, List.of());
    }
  }

  @GET
  public TemplateInstance show(@BeanParam LeadsQuery query) throws SQLException {
    RankingPage page = list.list(query.filter(), query.cursor(), ROWS);
    return Templates.page(
        new View(
            query,
            ViewLink.all(rules.current().stages(), query.view()),
            values.all(),
            rows(page),
            page.next()));
  }

  private List<LeadRow> rows(RankingPage page) throws SQLException {
    Map<String, int[]> trends =
        this.trends.of(page.leads().stream().map(lead -> lead.lead()).toList(), LeadRow.DAYS);
    return LeadRow.all(page.leads(), trends, clock.instant());
  }
}
