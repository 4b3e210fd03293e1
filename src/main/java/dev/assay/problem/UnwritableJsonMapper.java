package dev.assay.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/**
 * A Java type that Jackson cannot handle: a fault of ours, which Quarkus answers without a body.
 */
@Provider
class UnwritableJsonMapper extends ExceptionMapperBase<InvalidDefinitionException> {

  @Override
  protected HttpProblem toProblem(InvalidDefinitionException exception) {
    return RequestFault.internal();
  }
}
