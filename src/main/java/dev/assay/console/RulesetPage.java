package dev.assay.console;

import dev.assay.comparison.CompareRulesets;
import dev.assay.comparison.CompareRulesets.Diff;
import dev.assay.ruleset.OpenRuleset;
import dev.assay.ruleset.PublicationView;
import dev.assay.security.KeyNames;
import dev.assay.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of the rules: its sheets with what is wrong in them, its cases, what differs. */
@Path("/rules/{number:\\d+}")
@RolesAllowed(Roles.ANALYST)
class RulesetPage {
  private final RulesetHeads heads;
  private final ShowSheets sheets;
  private final OpenRuleset open;
  private final CompareRulesets compare;
  private final KeyNames names;

  RulesetPage(
      RulesetHeads heads,
      ShowSheets sheets,
      OpenRuleset open,
      CompareRulesets compare,
      KeyNames names) {
    this.heads = heads;
    this.sheets = sheets;
    this.open = open;
    this.compare = compare;
    this.names = names;
  }

  @CheckedTemplate(basePath = "rules")
  static class Templates {
    static native TemplateInstance sheets(
        RulesetHead head, List<Marks.Finding> findings, @Nullable SheetView sheet);

    static native TemplateInstance cases(RulesetHead head);

    static native TemplateInstance diff(RulesetHead head, @Nullable Diff diff);

    static native TemplateInstance history(RulesetHead head, List<Said> publications);
  }

  /** A publication and who made it. */
  record Said(PublicationView publication, String who) {}

  @GET
  public TemplateInstance show(
      @PathParam("number") int number,
      @QueryParam("sheet") @Nullable String sheet,
      @QueryParam("row") @Min(1) @Nullable Integer row,
      @QueryParam("from") @Min(1) @Nullable Integer from)
      throws SQLException {
    RulesetHead head = heads.of(number, "");
    Marks marks = new Marks(head.findings());
    return Templates.sheets(head, marks.all(), sheets.view(number, marks, sheet, row, from));
  }

  @GET
  @Path("cases")
  public TemplateInstance cases(@PathParam("number") int number) throws SQLException {
    return Templates.cases(heads.of(number, "/cases"));
  }

  /** Against the live version; the live one against the one it replaced. */
  @GET
  @Path("diff")
  public TemplateInstance diff(
      @PathParam("number") int number, @QueryParam("against") @Nullable Integer against)
      throws SQLException {
    RulesetHead head = heads.of(number, "/diff");
    return Templates.diff(
        head, head.errors() > 0 ? null : compare.diff(number, other(head, against)));
  }

  private static @Nullable Integer other(RulesetHead head, @Nullable Integer against) {
    List<PublicationView> publications = head.detail().publications();
    return against == null && head.number() == head.live() && !publications.isEmpty()
        ? publications.get(0).replaced()
        : against;
  }

  @GET
  @Path("diff.xlsx")
  @Produces(Spreadsheet.TYPE)
  public Response marked(
      @PathParam("number") int number, @QueryParam("against") @Nullable Integer against) {
    CompareRulesets.Marked marked = compare.marked(number, against);
    return Spreadsheet.answer(marked.name(), marked.file());
  }

  @GET
  @Path("history")
  public TemplateInstance history(@PathParam("number") int number) throws SQLException {
    RulesetHead head = heads.of(number, "/history");
    Map<String, String> byId = names.byId();
    return Templates.history(
        head,
        head.detail().publications().stream()
            .map(one -> new Said(one, RulesetHeads.named(byId, one.publishedBy())))
            .toList());
  }

  @GET
  @Path("workbook.xlsx")
  @Produces(Spreadsheet.TYPE)
  public Response workbook(@PathParam("number") int number) {
    return Spreadsheet.answer("lead-scoring-%d.xlsx".formatted(number), open.file(number));
  }
}
