package dev.assay.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.security.Roles;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;

/**
 * {@code POST /v1/evaluate} by hand-written rules behind the HTTP stack of the service: its
 * server, JSON, keys, roles and metrics. In the service that is measured only.
 */
@Path(HandWrittenResource.PATH)
class HandWrittenResource {
  static final String PATH = "/v1/evaluate-by-hand";

  private final Clock clock;

  HandWrittenResource(Clock clock) {
    this.clock = clock;
  }

  @POST
  @NonBlocking
  @RolesAllowed({Roles.INGEST, Roles.SALES, Roles.ANALYST})
  public HandWrittenRules.Verdict evaluate(JsonNode call) throws JsonProcessingException {
    return HandWrittenCall.evaluate(call, clock.millis());
  }
}
