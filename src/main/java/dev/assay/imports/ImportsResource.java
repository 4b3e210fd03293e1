package dev.assay.imports;

import dev.assay.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where files of leads or events are imported. */
@Path("/v1/imports")
@RolesAllowed(Roles.INGEST)
@Tag(name = "Imports", description = "CSV files of leads or events")
class ImportsResource {
  private static final String CSV = "text/csv";
  private static final int LATEST = 50;

  private final UploadCsv upload;
  private final PreviewImport preview;
  private final Imports imports;
  private final ImportErrors errors;
  private final SecurityIdentity caller;

  ImportsResource(
      UploadCsv upload,
      PreviewImport preview,
      Imports imports,
      ImportErrors errors,
      SecurityIdentity caller) {
    this.upload = upload;
    this.preview = preview;
    this.imports = imports;
    this.errors = errors;
    this.caller = caller;
  }

  /** The latest imports, newest first. */
  record Latest(List<Import> imports) {}

  /** The first lines and what they would become. */
  record Preview(List<PreviewImport.Previewed> lines) {}

  /**
   * What the columns of a file mean.
   *
   * @param kind what the lines are; without it, what was guessed
   * @param columns the field by the name of the column; columns that are not named are left out
   * @param constants fields that are the same in each line
   */
  @Schema(
      description =
          "Which field each column is. Fields of leads: lead, those of a profile, attributes.<name>;"
              + " of events: id, lead, email, type, subject, occurredAt, source, properties.<name>")
  record Wanted(
      @Nullable Kind kind,
      @Nullable Map<String, String> columns,
      @Nullable Map<String, String> constants) {

    /** All that is left out is as it was guessed. */
    @Nullable Mapping mapping(Import of) {
      if (kind == null && columns == null && constants == null) {
        return null;
      }
      Kind meant = Objects.requireNonNullElse(kind, of.mapping().kind());
      return new Mapping(
          meant,
          columns == null ? GuessMapping.guess(meant, of.header()).columns() : columns,
          constants == null ? Map.of() : constants);
    }
  }

  @POST
  @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary = "Upload a CSV file as a draft",
      description =
          "UTF-8; cells parted by comma, semicolon or tab; the first line names the columns, whose"
              + " meaning is guessed. Up to 1 GB and 5,000,000 lines, whatever the limit of other"
              + " bodies. Nothing is imported yet.")
  @APIResponse(
      responseCode = "201",
      description = "A draft; Location names it",
      content = @Content(schema = @Schema(implementation = Import.class)))
  @APIResponse(responseCode = "400", description = "Not a CSV file; detail names the line")
  @APIResponse(responseCode = "408", description = "The file arrived too slowly")
  @APIResponse(responseCode = "413", description = "Too many bytes or lines")
  @APIResponse(responseCode = "429", description = "Too many files arrive at once")
  public Response upload(InputStream file, @QueryParam("name") @Nullable String name)
      throws SQLException {
    int id = upload.upload(file, name, caller.getPrincipal().getName());
    return Response.created(URI.create("/v1/imports/" + id))
        .entity(imports.get(id, Viewer.of(caller)))
        .build();
  }

  @GET
  @Operation(
      summary = "List imports",
      description = "The latest 50 of the key, newest first; admins see those of all keys")
  public Latest list() throws SQLException {
    return new Latest(imports.latest(Viewer.of(caller), LATEST));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Show an import", description = "What is guessed, or how far it is")
  @APIResponse(responseCode = "404", description = "No such import of this key")
  public Import show(@PathParam("id") int id) throws SQLException {
    return imports.get(id, Viewer.of(caller));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}/preview")
  @Operation(
      summary = "See what the first lines would become",
      description = "By the mapping in the body, or without one by that of the import")
  @RequestBody(content = @Content(schema = @Schema(implementation = Wanted.class)))
  @APIResponse(responseCode = "409", description = "The import is done, its file is not kept")
  public Preview preview(@PathParam("id") int id, @Nullable Wanted wanted) throws SQLException {
    Import found = imports.get(id, Viewer.of(caller));
    Mapping mapping = wanted == null ? null : wanted.mapping(found);
    if (mapping != null) {
      mapping.check(found.header());
    }
    return new Preview(preview.preview(found, mapping == null ? found.mapping() : mapping));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}/start")
  @Operation(
      summary = "Start a draft, or go on with a cancelled import",
      description =
          "Lines are taken in the background, like calls with their contents, and after them. A line"
              + " of events without an id gets one of file and line, so importing a file again gives"
              + " duplicates.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Wanted.class),
              example =
                  """
                  {"kind":"events","columns":{"Who":"lead","When":"occurredAt","Page":"subject"},\
                  "constants":{"type":"page_view","source":"crm"}}"""))
  @APIResponse(
      responseCode = "202",
      description = "It runs",
      content = @Content(schema = @Schema(implementation = Import.class)))
  @APIResponse(responseCode = "409", description = "It runs already, or is done")
  public Response start(@PathParam("id") int id, @Nullable Wanted wanted) throws SQLException {
    Mapping mapping = wanted == null ? null : wanted.mapping(imports.get(id, Viewer.of(caller)));
    return Response.accepted(imports.start(id, Viewer.of(caller), mapping)).build();
  }

  @POST
  @Path("{id}/cancel")
  @Operation(
      summary = "Stop an import",
      description = "Lines that are done stay done; start goes on with the rest. May be repeated")
  public Import cancel(@PathParam("id") int id) throws SQLException {
    return imports.cancel(id, Viewer.of(caller));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Forget an import, its file and its errors",
      description = "What was taken stays")
  @APIResponse(responseCode = "204", description = "Nothing is known of it any more")
  @APIResponse(responseCode = "404", description = "No such import of this key")
  public void delete(@PathParam("id") int id) throws SQLException {
    imports.delete(id, Viewer.of(caller));
  }

  @GET
  @Path("{id}/errors")
  @Produces(CSV)
  @Operation(
      summary = "The lines that were not taken, as CSV",
      description =
          "Line, problem, then the columns of the file, to be put right and imported again. Cells that"
              + " begin like a formula stand behind an apostrophe, which importing takes away.")
  public Response errors(@PathParam("id") int id) throws SQLException {
    return errors.file(imports.get(id, Viewer.of(caller)));
  }
}
