package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lead that changes stage.
 *
 * @param differences of the explanations; their points add up to the difference of the scores
 * @param moves where a period was replayed: the stage changes in it
 */
@Schema(name = "SimulatedChange")
public record Change(
    String lead,
    Place before,
    Place after,
    List<Difference> differences,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Moves moves) {

  /** Where a lead stands. */
  public record Place(
      @Nullable String stage, int score, @Nullable String band, @Nullable String owner) {
    static Place of(Standing standing) {
      return new Place(
          standing.position().stage(),
          standing.score(),
          standing.band(),
          standing.position().owner());
    }
  }

  /** Stage changes under either set of rules, oldest first. */
  public record Moves(List<Move> before, List<Move> after) {}

  static Change of(Trial trial, Differences differences) {
    boolean moved = !trial.movesBefore().isEmpty() || !trial.movesAfter().isEmpty();
    return new Change(
        trial.lead().lead(),
        Place.of(trial.before()),
        Place.of(trial.after()),
        differences.between(trial.before(), trial.after()),
        moved ? new Moves(trial.movesBefore(), trial.movesAfter()) : null);
  }
}
