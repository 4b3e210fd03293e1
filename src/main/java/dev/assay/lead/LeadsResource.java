package dev.assay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.json.ReadBodies;
import dev.assay.pipeline.Done;
import dev.assay.pipeline.Intake;
import dev.assay.pipeline.IntakeFull;
import dev.assay.pipeline.Unavailable;
import dev.assay.pipeline.Work;
import dev.assay.problem.Problems;
import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A lead's profile: put, shown, erased. */
@Path("/v1/leads/{lead}")
@Tag(name = "Leads", description = "Who leads are and where they stand")
class LeadsResource {
  static final Duration SOON = Duration.ofSeconds(1);

  private final Intake intake;
  private final Leads leads;
  private final ReadBodies bodies;
  private final SecurityIdentity caller;

  LeadsResource(Intake intake, Leads leads, ReadBodies bodies, SecurityIdentity caller) {
    this.intake = intake;
    this.bodies = bodies;
    this.leads = leads;
    this.caller = caller;
  }

  @PUT
  @RolesAllowed(Roles.INGEST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what is known of a lead",
      description =
          "Merges into the profile (RFC 7396): fields that are left out stay, null clears one. A lead"
              + " that is not known is created. The answer is scored; a key with the role ingest alone is"
              + " told that it was accepted, and no more.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = dev.assay.assessment.Lead.class),
              example =
                  """
                  {"email":"kim@example.com","title":"VP of Sales","employees":300,"country":"US"}"""))
  @APIResponse(
      responseCode = "200",
      description = "Merged and scored",
      content = @Content(schema = @Schema(implementation = Done.LeadState.class)))
  @APIResponse(responseCode = "201", description = "The lead was not known; created and scored")
  @APIResponse(responseCode = "409", description = "The e-mail address belongs to another lead")
  @APIResponse(responseCode = "410", description = "The lead or the address was erased")
  public CompletionStage<Response> put(@PathParam("lead") String lead, byte[] body) {
    boolean readsLeads = Roles.readsLeads(caller);
    return bodies.read(body.length, () -> put(lead, bodies.one(body), readsLeads));
  }

  private CompletionStage<Response> put(String lead, @Nullable JsonNode patch, boolean readsLeads) {
    Work.MergeProfile merge = TakeProfiles.read(lead, patch);
    try {
      return intake
          .submit(merge)
          .exceptionally(LeadsResource::refuse)
          .thenApply(readsLeads ? LeadsResource::answer : done -> written(lead, done));
    } catch (IntakeFull full) {
      throw Problems.tooManyRequests(full.getMessage() + " Nothing was taken.", SOON);
    }
  }

  /** The answer for somebody who may not see leads. */
  @Schema(name = "Written", description = "What a key with the role ingest alone is told")
  record Written(@Schema(examples = "accepted") String status) {
    static final Written ACCEPTED = new Written("accepted");
  }

  private static Response written(String name, Done done) {
    if (done instanceof Done.Accepted accepted) {
      return accepted.created()
          ? created(name.strip())
              .entity(Written.ACCEPTED)
              .type(MediaType.APPLICATION_JSON_TYPE)
              .build()
          : Response.ok(Written.ACCEPTED).build();
    }
    return answer(
        done instanceof Done.Conflict conflict
            ? new Done.Conflict(conflict.lead(), conflict.withoutOthers())
            : done);
  }

  private static Response answer(Done done) {
    if (done instanceof Done.Accepted accepted) {
      if (!accepted.created()) {
        return Response.ok(accepted.lead()).build();
      }
      return created(accepted.lead().lead()).entity(accepted.lead()).build();
    }
    if (done instanceof Done.Conflict conflict) {
      throw Problems.conflict(conflict.detail() + " Leave the address out, or join the two leads.");
    }
    if (done instanceof Done.Erased erased) {
      throw Problems.erased(erased.detail());
    }
    throw done instanceof Done.Failed failed
        ? Problems.internalError(failed.detail())
        : new IllegalStateException(done.toString());
  }

  /** Not Response.created: this runs after the request's thread has gone, and that needs it. */
  private static Response.ResponseBuilder created(String lead) {
    String key = URLEncoder.encode(lead, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.status(Response.Status.CREATED).header("Location", "/v1/leads/" + key);
  }

  /** The lead after work that creates none. */
  static Done.LeadState state(String name, Done done) {
    if (done instanceof Done.Accepted accepted) {
      return accepted.lead();
    }
    if (done instanceof Done.Unknown) {
      throw unknown(name);
    }
    throw done instanceof Done.Failed failed
        ? Problems.internalError(failed.detail())
        : new IllegalStateException(done.toString());
  }

  static Done refuse(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Unavailable away) {
      throw Problems.unavailable(away.getMessage() + " Repeat the call.", SOON);
    }
    throw new CompletionException(cause);
  }

  @GET
  @RolesAllowed({Roles.SALES, Roles.ANALYST})
  @Operation(summary = "Show a lead", description = "By its key or by an e-mail address")
  @APIResponse(
      responseCode = "200",
      description = "The lead",
      content = @Content(schema = @Schema(implementation = LeadView.class)))
  @APIResponse(responseCode = "404", description = "No such lead")
  public LeadView show(@PathParam("lead") String lead) throws SQLException {
    StoredLead stored = leads.find(lead);
    if (stored == null) {
      throw unknown(lead);
    }
    return LeadView.of(stored, leads.aliases(stored.lead()));
  }

  @DELETE
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Erase a lead",
      description =
          "Profile, events, history and messages, for good. For 30 days nothing is stored under its"
              + " keys and addresses: what still comes is answered 410. May be repeated.")
  @APIResponse(responseCode = "204", description = "Nothing is known of the lead any more")
  public void erase(@PathParam("lead") String lead) throws SQLException {
    leads.erase(lead);
  }

  static RuntimeException unknown(String lead) {
    return Problems.notFound(
        "There is no lead %s; leads are created by events and by PUT /v1/leads/{lead}."
            .formatted(lead.length() <= TakeProfiles.LONGEST_KEY ? lead : "of that key"));
  }
}
