package dev.assay.lead;

import dev.assay.pipeline.Done;
import dev.assay.problem.VisibleText;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where sales give a lead to somebody. */
@Path("/v1/leads/{lead}/owner")
@Tag(name = "Leads")
class OwnerResource {
  private final AssignOwner assign;
  private final SecurityIdentity caller;

  OwnerResource(AssignOwner assign, SecurityIdentity caller) {
    this.assign = assign;
    this.caller = caller;
  }

  /** Who is to look after the lead. */
  @Schema(name = "Owner")
  record Wanted(
      @NotBlank
          @Size(max = 200)
          @Pattern(regexp = VisibleText.NAME, message = VisibleText.MESSAGE)
          @Schema(examples = "Kim")
          String owner) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.SALES)
  @Operation(
      summary = "Give a lead to an owner",
      description =
          "The owner stays, whatever the rules would choose later. The timeline says who did it. May"
              + " be repeated.")
  @APIResponse(responseCode = "200", description = "The lead as it stands now")
  @APIResponse(responseCode = "404", description = "No such lead")
  public CompletionStage<Done.LeadState> assign(
      @PathParam("lead") String lead, @NotNull @Valid Wanted wanted) {
    return assign.assign(lead, wanted.owner(), caller.getPrincipal().getName());
  }
}
