package dev.assay.console;

import dev.assay.problem.VisibleText;
import dev.assay.ruleset.PublicationView;
import dev.assay.ruleset.ShowRulesets;
import dev.assay.ruleset.UploadRuleset;
import dev.assay.ruleset.VersionSummary;
import dev.assay.security.KeyNames;
import dev.assay.security.Roles;
import dev.assay.workbook.Template;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All versions of the rules, and where the next one is dropped. */
@Path("/rules")
@RolesAllowed(Roles.ANALYST)
class RulesPage {
  static final int COMMENT = 1_000;
  private static final int ROWS = 30;
  private static final int PUBLICATIONS = 10;

  private final ShowRulesets show;
  private final UploadRuleset upload;
  private final KeyNames names;
  private final SecurityIdentity caller;

  RulesPage(ShowRulesets show, UploadRuleset upload, KeyNames names, SecurityIdentity caller) {
    this.show = show;
    this.upload = upload;
    this.names = names;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "rules")
  static class Templates {
    static native TemplateInstance page(View view);
  }

  /**
   * What the page shows.
   *
   * @param published what went live of late
   * @param next the highest number on the next page, null on the last one
   */
  record View(
      List<VersionSummary> versions,
      List<PublicationView> published,
      Map<String, String> names,
      @Nullable Integer next) {

    /** Who holds the key. */
    public String who(@Nullable String key) {
      return RulesetHeads.named(names, key);
    }
  }

  @GET
  public TemplateInstance list(@QueryParam("from") @DefaultValue("2147483647") @Min(1) int from)
      throws SQLException {
    List<VersionSummary> found = show.page(from, ROWS + 1);
    boolean more = found.size() > ROWS;
    return Templates.page(
        new View(
            more ? found.subList(0, ROWS) : found,
            show.published(PUBLICATIONS),
            names.byId(),
            more ? found.get(ROWS).number() : null));
  }

  /** Takes the bytes of a workbook and answers with the page of the draft. */
  @POST
  @Path("upload")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.TEXT_PLAIN)
  public Response upload(
      byte[] workbook,
      @QueryParam("name")
          @DefaultValue("")
          @Size(max = COMMENT)
          @Pattern(regexp = VisibleText.LINES, message = VisibleText.MESSAGE)
          String name,
      @QueryParam("comment")
          @DefaultValue("")
          @Size(max = COMMENT)
          @Pattern(regexp = VisibleText.LINES, message = VisibleText.MESSAGE)
          String comment)
      throws SQLException {
    String said = comment.isBlank() ? name : comment;
    int number = upload.upload(workbook, said.strip(), caller.getPrincipal().getName());
    return Response.ok("/rules/" + number).build();
  }

  @GET
  @Path("empty.xlsx")
  @Produces(Spreadsheet.TYPE)
  public Response empty() {
    return Spreadsheet.answer("lead-scoring-empty.xlsx", Template.empty());
  }
}
