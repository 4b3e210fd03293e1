package dev.assay.ruleset;

import dev.assay.problem.Problems;
import dev.assay.problem.VisibleText;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Makes versions live over HTTP. */
@Path("/v1/rulesets/{number}")
@RolesAllowed(Roles.ANALYST)
@Tag(name = "Rule sets")
class PublicationResource {
  private final PublishRuleset publish;
  private final ShowRulesets show;
  private final TrackReassessment reassessment;
  private final SecurityIdentity caller;

  PublicationResource(
      PublishRuleset publish,
      ShowRulesets show,
      TrackReassessment reassessment,
      SecurityIdentity caller) {
    this.publish = publish;
    this.show = show;
    this.reassessment = reassessment;
    this.caller = caller;
  }

  /**
   * How to make it live.
   *
   * @param length bytes of the body, in which some would look for these options
   * @param encoding of a body that comes in chunks, null for none
   */
  record Options(
      @QueryParam("replaces") @Parameter(description = "Only if this version is live until then")
          @Nullable Integer replaces,
      @QueryParam("announce")
          @DefaultValue("false")
          @Parameter(description = "Send stage changes that come of the new rules alone")
          boolean announce,
      @QueryParam("comment")
          @DefaultValue("")
          @Size(max = RulesetsResource.COMMENT)
          @Pattern(regexp = VisibleText.LINES, message = VisibleText.MESSAGE)
          String comment,
      @HeaderParam("Content-Length") @DefaultValue("0") @Parameter(hidden = true) long length,
      @HeaderParam("Transfer-Encoding") @Parameter(hidden = true) @Nullable String encoding) {}

  @POST
  @Path("publish")
  @Operation(
      summary = "Make a version live",
      description =
          "It serves here at once and in every replica within seconds; all leads are then assessed"
              + " again in the background. What is live already stays so, and nothing changes.")
  @APIResponse(responseCode = "200", description = "It is live")
  @APIResponse(responseCode = "403", description = "Four eyes are wanted, and the key uploaded it")
  @APIResponse(responseCode = "404", description = "No such version")
  @APIResponse(
      responseCode = "409",
      description = "Errors, failing cases, or another version is live than replaces says")
  public VersionDetail publish(int number, @BeanParam @Valid Options options) throws SQLException {
    publish.publish(number, wish(options));
    return show.detail(number);
  }

  @POST
  @Path("rollback")
  @Operation(
      summary = "Make an earlier version live again",
      description =
          "Like publish, for versions that were live before; four eyes are not asked for.")
  @APIResponse(responseCode = "200", description = "It is live")
  @APIResponse(responseCode = "404", description = "No such version")
  @APIResponse(responseCode = "409", description = "It never was live, or another version is")
  public VersionDetail rollback(int number, @BeanParam @Valid Options options) throws SQLException {
    publish.rollback(number, wish(options));
    return show.detail(number);
  }

  @GET
  @Path("reassessment")
  @Operation(summary = "How many leads are assessed under the live version by now")
  @APIResponse(responseCode = "409", description = "Another version is live")
  public TrackReassessment.Progress reassessment(int number) throws SQLException {
    return reassessment.of(number);
  }

  private PublishRuleset.Wish wish(Options options) {
    if (options.length() > 0 || options.encoding() != null) {
      throw Problems.badRequest(
          "replaces, announce and comment go into the query, as in ?comment=As+agreed; a body was sent, and none is read.");
    }
    return new PublishRuleset.Wish(
        options.replaces(),
        options.announce(),
        options.comment().strip(),
        caller.getPrincipal().getName());
  }
}
