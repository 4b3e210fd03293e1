package dev.assay.lead;

import dev.assay.security.KeyName;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Where people write down what they know of a lead. */
@Path("/v1/leads/{lead}/notes")
@Tag(name = "Leads")
class NotesResource {
  private final Notes notes;
  private final SecurityIdentity caller;

  NotesResource(Notes notes, SecurityIdentity caller) {
    this.notes = notes;
    this.caller = caller;
  }

  /** What is to be kept. */
  @Schema(name = "NoteText")
  record Wanted(
      @NotNull
          @Schema(
              description = "1 to 4,000 characters; line breaks stay",
              examples = "Met her at the fair, wants to hear about the API.")
          String text) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.SALES)
  @ResponseStatus(StatusCode.CREATED)
  @Operation(
      summary = "Write a note on a lead",
      description =
          "It stands in the lead's timeline with the name of the key. Rules do not see it. Each call"
              + " writes another.")
  @APIResponse(responseCode = "201", description = "The note as it was written")
  @APIResponse(responseCode = "400", description = "Blank, too long, or with control characters")
  @APIResponse(responseCode = "404", description = "No such lead")
  public Notes.Note write(@PathParam("lead") String lead, @NotNull @Valid Wanted wanted)
      throws SQLException {
    return notes.write(lead, wanted.text(), KeyName.of(caller));
  }
}
