package dev.assay.console;

import dev.assay.problem.Problems;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The first page of whoever comes. */
@Path("/")
@Authenticated
class HomeResource {

  private final Shell shell;

  HomeResource(Shell shell) {
    this.shell = shell;
  }

  @GET
  public Response home() {
    List<Page> pages = shell.pages();
    if (pages.isEmpty()) {
      throw Problems.forbidden("Your key's roles open no page; log in with another key.");
    }
    return Response.seeOther(URI.create(pages.get(0).path())).build();
  }
}
