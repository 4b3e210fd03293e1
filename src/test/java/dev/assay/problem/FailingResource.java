package dev.assay.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Fails in every way an endpoint can. */
@Path("/test/failing")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class FailingResource {

  enum Colour {
    RED,
    GREEN
  }

  record Inner(int count, boolean on, Colour colour, Instant at) {}

  record Body(Inner inner, List<Inner> list, @Max(9) int small, @Max(9) int clientSecret) {}

  record Picky(String text) {
    Picky {
      if ("bad".equals(text)) {
        throw new IllegalArgumentException("text must not be bad");
      }
    }
  }

  /** A value of which Jackson can make no JSON. */
  static final class Unserialisable {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Body body(@NotNull @Valid Body body) {
    return body;
  }

  @POST
  @Path("picky")
  public Picky picky(Picky body) {
    return body;
  }

  @POST
  @Path("stream")
  @Consumes(MediaType.WILDCARD)
  public int stream(InputStream body) throws IOException {
    return body.readAllBytes().length;
  }

  @GET
  @Path("query")
  public int query(@QueryParam("limit") @Max(100) int limit) {
    return limit;
  }

  @GET
  @Path("exception")
  public String exception() {
    throw new IllegalStateException("internal detail");
  }

  @GET
  @Path("error")
  public String error() {
    throw new AssertionError("internal detail");
  }

  @GET
  @Path("unserialisable")
  public Unserialisable unserialisable() {
    return new Unserialisable();
  }

  @GET
  @Path("conflict")
  public String conflict() {
    throw Problems.conflict("Thing 7 is in use.");
  }

  @GET
  @Path("busy")
  public String busy() {
    throw Problems.tooManyRequests("Too fast.", Duration.ofMillis(1_001));
  }
}
