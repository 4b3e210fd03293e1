package dev.assay.console;

import dev.assay.problem.VisibleText;
import dev.assay.ruleset.PublishRuleset;
import dev.assay.ruleset.PublishRuleset.Wish;
import dev.assay.ruleset.TrackReassessment;
import dev.assay.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a version live, and shows how far its leads are. */
@Path("/rules/{number:\\d+}")
@RolesAllowed(Roles.ANALYST)
class PublishActions {
  private final PublishRuleset publish;
  private final TrackReassessment reassessment;
  private final SecurityIdentity caller;

  PublishActions(PublishRuleset publish, TrackReassessment reassessment, SecurityIdentity caller) {
    this.publish = publish;
    this.reassessment = reassessment;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "rules")
  static class Templates {
    static native TemplateInstance reassessment(TrackReassessment.Progress progress);
  }

  /** What the form says, whichever button was pressed. */
  record Form(
      @FormParam("replaces") @Nullable Integer replaces,
      @FormParam("announce") @DefaultValue("false") boolean announce,
      @FormParam("comment")
          @DefaultValue("")
          @Size(max = RulesPage.COMMENT)
          @Pattern(regexp = VisibleText.LINES, message = VisibleText.MESSAGE)
          @Nullable String comment) {}

  @POST
  @Path("publish")
  public Response publish(@PathParam("number") int number, @BeanParam @Valid Form form)
      throws SQLException {
    publish.publish(number, wish(form));
    return shown(number);
  }

  @POST
  @Path("rollback")
  public Response rollback(@PathParam("number") int number, @BeanParam @Valid Form form)
      throws SQLException {
    publish.rollback(number, wish(form));
    return shown(number);
  }

  /** How many leads are assessed under it by now. */
  @GET
  @Path("reassessment")
  public TemplateInstance reassessment(@PathParam("number") int number) throws SQLException {
    return Templates.reassessment(reassessment.of(number));
  }

  private Wish wish(Form form) {
    return new Wish(
        form.replaces(),
        form.announce(),
        Objects.requireNonNullElse(form.comment(), "").strip(),
        caller.getPrincipal().getName());
  }

  private static Response shown(int number) {
    return Response.noContent().header("HX-Redirect", "/rules/" + number).build();
  }
}
