package dev.assay.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON of the wrong shape. Quarkus has a mapper for just this exception, which would win over the
 * library's general one and answer with its own format.
 */
@Provider
class UnreadableJsonMapper extends ExceptionMapperBase<MismatchedInputException> {

  @Override
  protected HttpProblem toProblem(MismatchedInputException exception) {
    return HttpProblem.builder().withStatus(400).build();
  }
}
