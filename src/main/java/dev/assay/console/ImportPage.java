package dev.assay.console;

import dev.assay.imports.GuessMapping;
import dev.assay.imports.Import;
import dev.assay.imports.ImportErrors;
import dev.assay.imports.Imports;
import dev.assay.imports.Kind;
import dev.assay.imports.Mapping;
import dev.assay.imports.PreviewImport;
import dev.assay.imports.UploadCsv;
import dev.assay.imports.Viewer;
import dev.assay.security.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of leads or events: dropped, mapped, watched. */
@Path("/import")
@RolesAllowed(Roles.INGEST)
class ImportPage {
  private static final int LATEST = 20;

  private final UploadCsv upload;
  private final Imports imports;
  private final PreviewImport preview;
  private final ImportErrors errors;
  private final SecurityIdentity caller;

  ImportPage(
      UploadCsv upload,
      Imports imports,
      PreviewImport preview,
      ImportErrors errors,
      SecurityIdentity caller) {
    this.upload = upload;
    this.imports = imports;
    this.preview = preview;
    this.errors = errors;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "import")
  static class Templates {
    static native TemplateInstance page(List<Import> imports);

    static native TemplateInstance draft(
        Import file, MappingForm form, MappingForm.Previews previews);

    static native TemplateInstance draft$preview(MappingForm.Previews previews);

    static native TemplateInstance run(Import file);

    static native TemplateInstance run$progress(Import file);
  }

  @GET
  public TemplateInstance list() throws SQLException {
    return Templates.page(imports.latest(Viewer.of(caller), LATEST));
  }

  /** Takes the bytes of a file and answers with the page to go on with. */
  @POST
  @Path("upload")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.TEXT_PLAIN)
  public Response upload(InputStream file, @QueryParam("name") @Nullable String name)
      throws SQLException {
    int id = upload.upload(file, name, caller.getPrincipal().getName());
    return Response.ok("/import/" + id).build();
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(@PathParam("id") int id, @QueryParam("kind") @Nullable Kind kind)
      throws SQLException {
    Import file = imports.get(id, Viewer.of(caller));
    if (file.state() != Import.State.draft) {
      return Templates.run(file);
    }
    Mapping mapping = kind == null ? file.mapping() : GuessMapping.guess(kind, file.header());
    MappingForm.Previews previews = previews(file, mapping);
    return Templates.draft(file, MappingForm.of(file, mapping, previews.lines()), previews);
  }

  @GET
  @Path("{id}/progress")
  public TemplateInstance progress(@PathParam("id") int id) throws SQLException {
    return Templates.run$progress(imports.get(id, Viewer.of(caller)));
  }

  @POST
  @Path("{id}/preview")
  public TemplateInstance preview(@PathParam("id") int id, @BeanParam MappingChosen chosen)
      throws SQLException {
    Import file = imports.get(id, Viewer.of(caller));
    return Templates.draft$preview(previews(file, chosen.mapping(file, file.mapping().kind())));
  }

  @POST
  @Path("{id}/start")
  public Response start(@PathParam("id") int id, @BeanParam MappingChosen chosen)
      throws SQLException {
    Import file = imports.get(id, Viewer.of(caller));
    Kind kind = chosen.kind();
    imports.start(id, Viewer.of(caller), kind == null ? null : chosen.mapping(file, kind));
    return to("/import/" + id);
  }

  @POST
  @Path("{id}/cancel")
  public TemplateInstance cancel(@PathParam("id") int id) throws SQLException {
    return Templates.run$progress(imports.cancel(id, Viewer.of(caller)));
  }

  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") int id) throws SQLException {
    imports.delete(id, Viewer.of(caller));
    return to("/import");
  }

  @GET
  @Path("{id}/errors.csv")
  @Produces("text/csv")
  public Response errors(@PathParam("id") int id) throws SQLException {
    return errors.file(imports.get(id, Viewer.of(caller)));
  }

  private MappingForm.Previews previews(Import file, Mapping mapping) {
    String problem = null;
    try {
      mapping.check(file.header());
    } catch (HttpProblem makesNoSense) {
      problem = makesNoSense.getDetail();
    }
    return new MappingForm.Previews(preview.preview(file, mapping), problem);
  }

  private static Response to(String page) {
    return Response.noContent().header("HX-Redirect", page).build();
  }
}
