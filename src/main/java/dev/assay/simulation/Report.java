package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.Stages;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulation. Before means under the live rules, after under those that were tried.
 *
 * @param leads how many were assessed
 * @param notYetKnown of how many nothing was known at the moment in the past
 * @param weeks null unless a period was replayed
 * @param closing null while sales reported no outcome
 */
@Schema(name = "SimulationReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
    long leads,
    long notYetKnown,
    Failures failures,
    Matrix stages,
    Matrix bands,
    List<Scores.Bin> scores,
    Changes changes,
    @Nullable List<Weeks.Week> weeks,
    RowsReport before,
    RowsReport after,
    @Nullable Closing closing) {

  /**
   * Leads that could not be assessed and stay where they are.
   *
   * @param example one that fails under the rules that were tried
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Failures(long before, long after, @Nullable String example) {}

  /**
   * @param total leads that change stage
   * @param listed how many of them can be looked at
   */
  public record Changes(long total, long listed) {}

  /**
   * @param rows those that fired; before, as of now, those that give points alone
   * @param neverFired rows that fired for no lead
   */
  public record RowsReport(List<RowFigures> rows, List<RuleSource> neverFired) {}

  static Report of(
      Tally tally, Scope scope, Stages live, Stages draft, Rows liveRows, Rows draftRows) {
    Matrix stages = Matrix.of(tally.stages, Matrix.stages(live, draft));
    Matrix bands = Matrix.of(tally.bands, List.of());
    return new Report(
        tally.leads,
        tally.notYetKnown,
        new Failures(tally.failedBefore, tally.failedAfter, tally.failure),
        stages,
        bands,
        tally.scores.list(),
        new Changes(tally.changed, tally.listed.size()),
        scope.from() == null ? null : tally.weeks.list(),
        new RowsReport(
            RowFigures.fired(tally.before, liveRows, tally.won, tally.leads, false),
            RowFigures.never(tally.before, liveRows, scope.end() == null)),
        new RowsReport(
            RowFigures.fired(tally.after, draftRows, tally.won, tally.leads, true),
            RowFigures.never(tally.after, draftRows, false)),
        tally.withOutcome == 0 ? null : Closing.of(tally, stages, bands));
  }
}
