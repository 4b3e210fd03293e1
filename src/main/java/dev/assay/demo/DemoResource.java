package dev.assay.demo;

import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where demo data is loaded and removed. */
@Path("/v1/demo")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Demo", description = "Made-up leads to look around with")
class DemoResource {
  private final DemoData data;

  DemoResource(DemoData data) {
    this.data = data;
  }

  @GET
  @Operation(summary = "Whether there is demo data", description = "And how far it is loaded")
  public Demo show() throws SQLException {
    return data.show();
  }

  @POST
  @Operation(
      summary = "Load demo data",
      description =
          "2,000 leads of a software seller with six months of events, some won and some lost, scored"
              + " by the live rules as of the time of each event. Their keys are demo-0001 to"
              + " demo-2000, the source of their events is demo. Runs in the background; no webhook"
              + " hears of it.")
  @APIResponse(
      responseCode = "202",
      description = "It is being loaded",
      content = @Content(schema = @Schema(implementation = Demo.class)))
  @APIResponse(responseCode = "409", description = "There are leads")
  public Response load() throws SQLException {
    return Response.accepted(data.load()).build();
  }

  @DELETE
  @Operation(summary = "Remove demo data", description = "All of it. May be repeated")
  @APIResponse(
      responseCode = "202",
      description = "It is being removed, or there is none",
      content = @Content(schema = @Schema(implementation = Demo.class)))
  public Response remove() throws SQLException {
    return Response.accepted(data.remove()).build();
  }
}
