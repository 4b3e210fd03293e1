package dev.assay.console;

import dev.assay.exports.ExportFile;
import dev.assay.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;

/** The list of leads as a file, for people who are logged in. */
@Path("/export")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
class ExportPage {
  private final ExportFile export;

  ExportPage(ExportFile export) {
    this.export = export;
  }

  @GET
  @Path("leads.csv")
  @Produces(ExportFile.CSV)
  public Response csv(@Valid @BeanParam LeadsQuery wanted) throws SQLException {
    return export.csv(wanted.filter());
  }

  @GET
  @Path("leads.xlsx")
  @Produces(ExportFile.XLSX)
  public Response xlsx(@Valid @BeanParam LeadsQuery wanted) throws SQLException {
    return export.xlsx(wanted.filter());
  }
}
