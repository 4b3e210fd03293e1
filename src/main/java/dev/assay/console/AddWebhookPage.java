package dev.assay.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.security.Roles;
import dev.assay.webhook.EndpointCreated;
import dev.assay.webhook.RegisterEndpoint;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an endpoint is added. */
@Path("/webhooks/add")
@RolesAllowed(Roles.ADMIN)
class AddWebhookPage {
  private final RegisterEndpoint register;
  private final ObjectMapper json;

  AddWebhookPage(RegisterEndpoint register, ObjectMapper json) {
    this.register = register;
    this.json = json;
  }

  @CheckedTemplate(basePath = "webhooks")
  static class Templates {
    static native TemplateInstance add(
        TargetChoice choice, List<TargetChoice> choices, EndpointFields fields);

    static native TemplateInstance added(String id, String secret);
  }

  @GET
  public TemplateInstance form(@QueryParam("to") @Nullable String to) {
    TargetChoice choice = TargetChoice.of(to);
    return Templates.add(choice, TargetChoice.list(), EndpointFields.none(choice));
  }

  /** Shows the secret where there is one, else goes on to the endpoint. */
  @POST
  public Response add(@BeanParam EndpointForm form) throws SQLException, JsonProcessingException {
    EndpointCreated created = register.register(form.request(json));
    String id = created.endpoint().id();
    return created.secret().isEmpty()
        ? Response.noContent().header("HX-Redirect", "/webhooks/" + id).build()
        : Response.ok(Templates.added(id, created.secret())).build();
  }
}
