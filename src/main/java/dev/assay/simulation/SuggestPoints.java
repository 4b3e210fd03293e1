package dev.assay.simulation;

import dev.assay.problem.Problems;
import dev.assay.ruleset.OpenRuleset;
import dev.assay.workbook.ChangePoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Writes the points that close rates suggest into the workbook that was tried. */
@ApplicationScoped
public class SuggestPoints {
  private final OpenRuleset open;

  SuggestPoints(OpenRuleset open) {
    this.open = open;
  }

  /**
   * The workbook with these points, to be looked at and uploaded as a draft.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem while the simulation is under way, or if it
   *     suggests nothing (409)
   */
  public byte[] workbook(Simulation simulation) {
    Simulation.Ended ended = simulation.ended();
    Report report = ended == null ? null : ended.report();
    if (report == null) {
      throw Problems.conflict("The simulation has no result; GET /v1/simulations/{id} shows it.");
    }
    Rows rows = new Rows(open.workbook(simulation.ruleset));
    List<ChangePoints.Cell> points = new ArrayList<>();
    for (RowFigures figures : report.after().rows()) {
      Rows.Row row = rows.byRule.get(figures.rule().name());
      Integer suggested = figures.lift() == null ? null : figures.lift().suggestedPoints();
      if (row != null && row.pointsCell() != null && suggested != null) {
        String sheet = String.valueOf(row.rule().sheet());
        points.add(new ChangePoints.Cell(sheet, row.pointsCell(), suggested));
      }
    }
    if (points.isEmpty()) {
      throw Problems.conflict(
          "Nothing is suggested: that takes leads that were won, and rows that give points to at"
              + " least %d leads.".formatted(Lift.FEWEST_LEADS));
    }
    return ChangePoints.in(open.file(simulation.ruleset), points);
  }
}
