package dev.assay.lead;

import dev.assay.pipeline.Done;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where two leads that turned out to be one person are made one lead. */
@Path("/v1/leads/{lead}/merge")
@Tag(name = "Leads")
class MergeResource {
  private final JoinLeads join;
  private final SecurityIdentity caller;

  MergeResource(JoinLeads join, SecurityIdentity caller) {
    this.join = join;
    this.caller = caller;
  }

  /** The other lead, by its key or e-mail address. */
  @Schema(name = "Merge")
  record Wanted(
      @NotBlank
          @Size(max = 400)
          @Pattern(
              regexp = "[^\\p{Cc}\\p{Cs}]*",
              message = "must not hold control characters or halves of surrogate pairs")
          @Schema(examples = "l-43")
          String from) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.INGEST, Roles.SALES})
  @Operation(
      summary = "Make another lead part of this one",
      description =
          "Events, outcomes, histories, addresses and messages of the other become those of this"
              + " lead, whose own values win where both say something; it is assessed anew. The"
              + " other's key then names this lead too, so what still comes under it counts here."
              + " It cannot be undone. May be repeated.")
  @APIResponse(
      responseCode = "200",
      description =
          "This lead as it stands now; to a key with the role ingest alone, that it was accepted",
      content = @Content(schema = @Schema(implementation = Done.LeadState.class)))
  @APIResponse(responseCode = "400", description = "It is the same lead")
  @APIResponse(responseCode = "404", description = "One of them is not known")
  public Response merge(@PathParam("lead") String lead, @NotNull @Valid Wanted wanted) {
    Done.LeadState merged = join.join(lead, wanted.from(), caller.getPrincipal().getName());
    return Response.ok(
            Roles.readsLeads(caller) ? merged : LeadsResource.Written.ACCEPTED,
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
