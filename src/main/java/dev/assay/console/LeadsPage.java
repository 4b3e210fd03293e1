package dev.assay.console;

import dev.assay.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Whom to call first. */
@Path("/leads")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
class LeadsPage {

  @CheckedTemplate(basePath = "leads")
  static class Templates {
    static native TemplateInstance page();
  }

  @GET
  public TemplateInstance show() {
    return Templates.page();
  }
}
