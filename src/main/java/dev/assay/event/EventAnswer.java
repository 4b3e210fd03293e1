package dev.assay.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assay.pipeline.Done;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a call.
 *
 * @param id of the event, null if it could not be read
 * @param standing where the lead stands now; null when the event was not taken
 * @param problem why the event was not taken, or why its lead could not be scored
 */
@Schema(description = "What became of one event, in the order of the call")
public record EventAnswer(
    @Nullable String id,
    Status status,
    @JsonUnwrapped @Nullable Standing standing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {

  /** What became of it. */
  public enum Status {
    /** Stored and scored. */
    accepted,
    /** Stored before; nothing changed. */
    duplicate,
    /** Another event was stored before under the same lead, source and id; nothing changed. */
    conflict,
    /** Not an event that can be taken; nothing changed. */
    rejected
  }

  /** Where a lead stands. */
  public record Standing(
      String lead,
      int score,
      int fit,
      int engagement,
      @Nullable String grade,
      @Nullable String band,
      @Nullable String stage,
      @Nullable String owner,
      int ruleset) {
    static Standing of(Done.LeadState lead) {
      return new Standing(
          lead.lead(),
          lead.score(),
          lead.fit(),
          lead.engagement(),
          lead.grade(),
          lead.band(),
          lead.stage(),
          lead.owner(),
          lead.ruleset());
    }
  }

  /** As in application/problem+json (RFC 9457). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Problem(
      URI type, int status, String title, String detail, @Nullable List<Violation> violations) {

    static Problem of(HttpProblem problem, @Nullable List<Violation> violations) {
      return new Problem(
          Objects.requireNonNull(problem.getType()),
          problem.getStatusCode(),
          String.valueOf(problem.getTitle()),
          String.valueOf(problem.getDetail()),
          violations);
    }

    /** The event counts all the same, and will be in the score once the rules work again. */
    static Problem notScored(String detail) {
      return new Problem(Problems.type("not-scored"), 500, "Stored, but not scored", detail, null);
    }
  }

  static EventAnswer of(String id, Done done) {
    if (done instanceof Done.Accepted accepted) {
      String problem = accepted.lead().problem();
      return new EventAnswer(
          id,
          Status.accepted,
          Standing.of(accepted.lead()),
          problem == null ? null : Problem.notScored(problem));
    }
    if (done instanceof Done.Duplicate duplicate) {
      return new EventAnswer(id, Status.duplicate, Standing.of(duplicate.lead()), null);
    }
    if (done instanceof Done.Conflict conflict) {
      Problem problem = Problem.of(Problems.conflict(conflict.detail()), null);
      return new EventAnswer(id, Status.conflict, null, problem);
    }
    if (done instanceof Done.Erased erased) {
      return new EventAnswer(
          id, Status.rejected, null, Problem.of(Problems.erased(erased.detail()), null));
    }
    String detail = ((Done.Failed) done).detail();
    return new EventAnswer(
        id, Status.rejected, null, Problem.of(Problems.internalError(detail), null));
  }

  /**
   * This answer, if the event was taken.
   *
   * @throws HttpProblem that says why it was not
   */
  EventAnswer orProblem() {
    if (standing == null && problem != null) {
      if (problem.violations() != null) {
        throw Problems.invalid(problem.violations());
      }
      throw switch (problem.status()) {
        case 400 -> Problems.badRequest(problem.detail());
        case 403 -> Problems.forbidden(problem.detail());
        case 410 -> Problems.erased(problem.detail());
        case 409 -> Problems.conflict(problem.detail());
        default -> Problems.internalError(problem.detail());
      };
    }
    return this;
  }

  /** An outcome of a caller who may not report any. */
  static EventAnswer outcomeRefused(String id) {
    String detail =
        "Events of type outcome say what sales found out; report them with a key that has the role"
            + " sales.";
    return new EventAnswer(id, Status.rejected, null, Problem.of(Problems.forbidden(detail), null));
  }

  /** The answer for somebody who may not see leads: what became of the event, and no more. */
  EventAnswer ofEventAlone() {
    return new EventAnswer(id, status, null, standing == null ? problem : null);
  }

  /**
   * An event that cannot be taken.
   *
   * @param listed whether all that is wrong is listed, and not only the first of it named
   */
  static EventAnswer rejected(@Nullable String id, EventRejected why, boolean listed) {
    List<Violation> violations = why.violations();
    return new EventAnswer(
        id,
        Status.rejected,
        null,
        Problem.of(Problems.invalid(violations), listed ? violations : null));
  }
}
