package dev.assay.console;

import dev.assay.demo.Demo;
import dev.assay.demo.DemoData;
import dev.assay.report.Overview;
import dev.assay.report.ShowOverview;
import dev.assay.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** How it goes. */
@Path("/overview")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
class OverviewPage {
  private final ShowOverview overview;
  private final DemoData demo;

  OverviewPage(ShowOverview overview, DemoData demo) {
    this.overview = overview;
    this.demo = demo;
  }

  @CheckedTemplate(basePath = "overview")
  static class Templates {
    static native TemplateInstance page(Overview overview, OverviewTables tables, boolean made);
  }

  @GET
  public TemplateInstance show() throws SQLException {
    Overview shown = overview.show();
    Demo.State state = demo.show().state();
    boolean made = state == Demo.State.loading || state == Demo.State.loaded;
    return Templates.page(shown, OverviewTables.of(shown), made);
  }
}
