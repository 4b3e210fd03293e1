package dev.assay.console;

import dev.assay.demo.Demo;
import dev.assay.demo.DemoData;
import dev.assay.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** What to do while there are no leads: post one, import some, or load demo data. */
@Path("/demo")
@Authenticated
class StartPage {
  private final DemoData demo;

  StartPage(DemoData demo) {
    this.demo = demo;
  }

  @CheckedTemplate(basePath = "start")
  static class Templates {
    static native TemplateInstance page(Demo demo);

    static native TemplateInstance page$data(Demo demo);
  }

  @GET
  public TemplateInstance show() throws SQLException {
    return Templates.page(demo.show());
  }

  @GET
  @Path("data")
  public TemplateInstance data() throws SQLException {
    return Templates.page$data(demo.show());
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  public TemplateInstance load() throws SQLException {
    return Templates.page$data(demo.load());
  }

  @DELETE
  @RolesAllowed(Roles.ADMIN)
  public TemplateInstance remove() throws SQLException {
    return Templates.page$data(demo.remove());
  }
}
