package dev.assay.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.event.TakeEvents;
import dev.assay.lead.AssignOwner;
import dev.assay.lead.JoinLeads;
import dev.assay.lead.Leads;
import dev.assay.lead.Notes;
import dev.assay.lead.StoredLead;
import dev.assay.problem.VisibleText;
import dev.assay.security.KeyName;
import dev.assay.security.Roles;
import dev.assay.webhook.ReplayMessages;
import dev.assay.webhook.ReplayRequest;
import dev.assay.webhook.Replayed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** What people do about a lead. */
@Path("/leads/{lead}")
@Blocking
class LeadActions {

  private final Leads leads;
  private final TakeEvents take;
  private final AssignOwner assign;
  private final JoinLeads join;
  private final Notes notes;
  private final ReplayMessages replay;
  private final SecurityIdentity caller;

  LeadActions(
      Leads leads,
      TakeEvents take,
      AssignOwner assign,
      JoinLeads join,
      Notes notes,
      ReplayMessages replay,
      SecurityIdentity caller) {
    this.leads = leads;
    this.take = take;
    this.assign = assign;
    this.join = join;
    this.notes = notes;
    this.replay = replay;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "lead")
  static class Templates {
    static native TemplateInstance replayed(Replayed replayed);
  }

  @POST
  @Path("outcome")
  @RolesAllowed(Roles.SALES)
  public CompletionStage<Response> outcome(
      @PathParam("lead") String name,
      @FormParam("outcome") @DefaultValue("") String outcome,
      @FormParam("reason") @DefaultValue("") String reason)
      throws SQLException {
    StoredLead stored = stored(name);
    ObjectNode report =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", UUID.randomUUID().toString())
            .put("source", "console")
            .put("outcome", outcome);
    if (!reason.isBlank()) {
      report.put("reason", reason.strip());
    }
    return take.takeOutcome(stored.lead(), report).thenApply(taken -> refresh());
  }

  @PUT
  @Path("owner")
  @RolesAllowed(Roles.SALES)
  public CompletionStage<Response> owner(
      @PathParam("lead") String name,
      @FormParam("owner")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = VisibleText.NAME, message = VisibleText.MESSAGE)
          String owner) {
    return assign
        .assign(name, owner, caller.getPrincipal().getName())
        .thenApply(assigned -> refresh());
  }

  @POST
  @Path("merge")
  @RolesAllowed(Roles.SALES)
  public Response merge(
      @PathParam("lead") String name,
      @FormParam("from")
          @NotBlank
          @Size(max = 400)
          @Pattern(regexp = VisibleText.NAME, message = VisibleText.MESSAGE)
          String from) {
    join.join(name, from, caller.getPrincipal().getName());
    return refresh();
  }

  @POST
  @Path("note")
  @RolesAllowed(Roles.SALES)
  public Response note(
      @PathParam("lead") String name, @FormParam("text") @DefaultValue("") String text)
      throws SQLException {
    notes.write(name, text, KeyName.of(caller));
    return refresh();
  }

  @POST
  @Path("replay")
  @RolesAllowed(Roles.ADMIN)
  public TemplateInstance replay(
      @PathParam("lead") String name, @FormParam("endpoint") @NotBlank String endpoint)
      throws SQLException {
    return Templates.replayed(
        replay.replay(endpoint, new ReplayRequest(null, stored(name).lead())));
  }

  @DELETE
  @RolesAllowed(Roles.ADMIN)
  public Response erase(@PathParam("lead") String name) throws SQLException {
    leads.erase(name);
    return Response.noContent().header("HX-Redirect", "/leads").build();
  }

  private StoredLead stored(String name) throws SQLException {
    StoredLead stored = leads.find(name);
    if (stored == null) {
      throw Leads.unknown(name);
    }
    return stored;
  }

  private static Response refresh() {
    return Response.noContent().header("HX-Refresh", "true").build();
  }
}
