package dev.assay.simulation;

import dev.assay.assessment.Assessment;
import dev.assay.assessment.Line;
import dev.assay.assessment.Position;
import dev.assay.assessment.RuleSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule set puts a lead.
 *
 * @param rows what each of its rules did
 * @param assessment null where a stored one was taken over, and where the rules failed
 * @param failure why the rules could not assess the lead; it then stays where it was
 */
record Standing(
    int score,
    @Nullable String band,
    Position position,
    List<RowDid> rows,
    @Nullable Assessment assessment,
    @Nullable String failure) {

  /**
   * What one rule did for one lead.
   *
   * @param points 0 if it only concluded something
   * @param occurrences how many of them gave points
   * @param last the latest of them, null where none are counted or known
   */
  record RowDid(RuleSource rule, int points, int occurrences, @Nullable Instant last) {}

  static Standing of(Assessment assessment, Position position) {
    return new Standing(
        assessment.score().total(),
        assessment.bandValue(),
        position,
        rows(assessment),
        assessment,
        null);
  }

  /** Of a lead on which a rule fails: it keeps what it had. */
  Standing failed(Position position, String failure) {
    return new Standing(score, band, position, List.of(), null, failure);
  }

  /** Without what rules only concluded, which is not stored and so not known of every lead. */
  Standing withPointsOnly() {
    List<RowDid> points = rows.stream().filter(did -> did.points() != 0).toList();
    return new Standing(score, band, position, points, assessment, failure);
  }

  private static List<RowDid> rows(Assessment assessment) {
    List<RowDid> rows = new ArrayList<>();
    for (Line line : assessment.lines()) {
      if (line instanceof Line.Award award) {
        Integer occurrences = award.occurrences();
        rows.add(
            new RowDid(
                award.rule(), award.points(), occurrences == null ? 1 : occurrences, award.last()));
      }
    }
    assessment.traits().forEach(said -> rows.add(new RowDid(said.rule(), 0, 0, null)));
    assessment.vetoes().forEach(said -> rows.add(new RowDid(said.rule(), 0, 0, null)));
    assessment.qualifications().forEach(said -> rows.add(new RowDid(said.rule(), 0, 0, null)));
    for (Assessment.Conclusion said :
        new Assessment.@Nullable Conclusion[] {
          assessment.grade(), assessment.band(), assessment.owner()
        }) {
      if (said != null) {
        rows.add(new RowDid(said.rule(), 0, 0, null));
      }
    }
    return rows;
  }
}
