package dev.assay.console;

import dev.assay.demo.Demo;
import dev.assay.demo.DemoData;
import dev.assay.problem.Problems;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/** The first page of whoever comes. */
@Path("/")
@Authenticated
class HomeResource {

  private final Shell shell;
  private final DemoData demo;

  HomeResource(Shell shell, DemoData demo) {
    this.shell = shell;
    this.demo = demo;
  }

  @GET
  public Response home() throws SQLException {
    List<Page> pages = shell.pages();
    if (pages.isEmpty()) {
      throw Problems.forbidden("Your key's roles open no page; log in with another key.");
    }
    boolean noLeads = demo.show().state() == Demo.State.offered;
    return Response.seeOther(URI.create(noLeads ? "/demo" : pages.get(0).path())).build();
  }
}
