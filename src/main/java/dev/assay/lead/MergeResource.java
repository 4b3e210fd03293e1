package dev.assay.lead;

import dev.assay.pipeline.Done;
import dev.assay.pipeline.LeadKey;
import dev.assay.pipeline.MergeLeads;
import dev.assay.pipeline.Unavailable;
import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where two leads that turned out to be one person are made one lead. */
@Path("/v1/leads/{lead}/merge")
@Tag(name = "Leads")
class MergeResource {
  private final MergeLeads merge;
  private final SecurityIdentity caller;

  MergeResource(MergeLeads merge, SecurityIdentity caller) {
    this.merge = merge;
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
  @RolesAllowed({Roles.INGEST, Roles.SALES})
  @Operation(
      summary = "Make another lead part of this one",
      description =
          "Events, outcomes, histories, addresses and messages of the other become those of this lead,"
              + " whose own values win where both say something; it is assessed anew. The other's key"
              + " then names this lead too, so what still comes under it counts here. It cannot be"
              + " undone. May be repeated.")
  @APIResponse(responseCode = "200", description = "This lead as it stands now")
  @APIResponse(responseCode = "400", description = "It is the same lead")
  @APIResponse(responseCode = "404", description = "One of them is not known")
  public Done.LeadState merge(@PathParam("lead") String lead, @NotNull @Valid Wanted wanted) {
    if (lead.indexOf(0) >= 0) {
      throw LeadsResource.unknown(lead);
    }
    LeadKey into = LeadKey.of(lead.strip());
    LeadKey from = LeadKey.of(wanted.from().strip());
    if (into.equals(from)) {
      throw Problems.badRequest(
          "A lead cannot be merged into itself; from must name another lead than the path does.");
    }
    try {
      Done done = merge.merge(into, from, caller.getPrincipal().getName());
      boolean other = done instanceof Done.Unknown unknown && unknown.lead().equals(from.value());
      return LeadsResource.state(other ? wanted.from() : lead, done);
    } catch (Unavailable away) {
      throw Problems.unavailable(away.getMessage() + " Repeat the call.", LeadsResource.SOON);
    }
  }
}
