package dev.assay.ruleset;

import dev.assay.problem.Problems;
import dev.assay.problem.VisibleText;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Versions of the rules over HTTP. */
@Path("/v1/rulesets")
@RolesAllowed(Roles.ANALYST)
@Tag(name = "Rule sets", description = "Versions of the rules: drafts, the live one, past ones")
class RulesetsResource {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final int COMMENT = 1_000;

  private final UploadRuleset upload;
  private final ShowRulesets show;
  private final OpenRuleset open;
  private final SecurityIdentity caller;

  RulesetsResource(
      UploadRuleset upload, ShowRulesets show, OpenRuleset open, SecurityIdentity caller) {
    this.upload = upload;
    this.show = show;
    this.open = open;
    this.caller = caller;
  }

  /**
   * A page of versions, newest first.
   *
   * @param next the {@code from} of the next page, null on the last one
   */
  record Page(List<VersionSummary> rulesets, @Nullable Integer next) {}

  @POST
  @Consumes({XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary = "Upload a workbook as a draft",
      description =
          "The answer holds everything known about it: what was read, all errors and warnings, and"
              + " what came of its cases. A workbook with errors becomes a draft, too, but cannot be"
              + " published. The same as multipart/form-data: file, comment.")
  @APIResponse(
      responseCode = "201",
      description = "A draft; Location names it",
      content = @Content(schema = @Schema(implementation = VersionDetail.class)))
  @APIResponse(responseCode = "400", description = "No workbook, or one that is not safe to read")
  @APIResponse(responseCode = "413", description = "More than 5 MB")
  public Response upload(
      byte[] workbook,
      @QueryParam("comment")
          @DefaultValue("")
          @Size(max = COMMENT)
          @Pattern(regexp = VisibleText.LINES, message = VisibleText.MESSAGE)
          String comment)
      throws SQLException {
    int number = upload.upload(workbook, comment.strip(), caller.getPrincipal().getName());
    return Response.created(URI.create("/v1/rulesets/" + number))
        .entity(show.detail(number))
        .build();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response uploadForm(
      @RestForm("file") @Nullable FileUpload file, @RestForm("comment") @Nullable String comment)
      throws IOException, SQLException {
    if (file == null) {
      throw Problems.badRequest("The form has no file; send the workbook as its part \"file\".");
    }
    String said = comment == null ? "" : comment;
    if (said.length() > COMMENT || said.indexOf(0) >= 0) {
      throw Problems.badRequest(
          "comment must have at most %,d characters, none of them NUL.".formatted(COMMENT));
    }
    return upload(Files.readAllBytes(file.uploadedFile()), said);
  }

  @GET
  @Operation(
      summary = "List all versions, newest first",
      description = "state is draft, live or past. Pass next as from for the page after this.")
  public Page list(
      @QueryParam("from") @DefaultValue("2147483647") @Min(1) int from,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
      throws SQLException {
    List<VersionSummary> found = show.page(from, limit + 1);
    return found.size() <= limit
        ? new Page(found, null)
        : new Page(found.subList(0, limit), found.get(limit).number());
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Everything about one version")
  @APIResponse(responseCode = "404", description = "No such version")
  public VersionDetail detail(int number) throws SQLException {
    return show.detail(number);
  }

  @GET
  @Path("{number}/workbook")
  @Produces(XLSX)
  @Operation(summary = "The workbook of a version, byte for byte as it was uploaded")
  @APIResponse(responseCode = "404", description = "No such version")
  public Response workbook(int number, @Context Request request) {
    byte[] file = open.file(number);
    EntityTag tag = new EntityTag(HexFormat.of().formatHex(RuleFiles.sha256(file)));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged != null ? unchanged : Response.ok(file))
        .tag(tag)
        .header(
            "Content-Disposition",
            "attachment; filename=\"lead-scoring-%d.xlsx\"".formatted(number))
        .build();
  }
}
