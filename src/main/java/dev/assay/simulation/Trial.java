package dev.assay.simulation;

import java.util.List;
import java.util.Objects;

/**
 * What came of one lead.
 *
 * @param before under the live rules
 * @param after under the rules that are tried
 * @param movesBefore in the replayed period, oldest first; none if no period was
 */
record Trial(
    SimulatedLead lead,
    Standing before,
    Standing after,
    List<Move> movesBefore,
    List<Move> movesAfter) {

  /** Whether the lead changes stage, or in a replayed period would have done so otherwise. */
  boolean changes() {
    return !Objects.equals(before.position().stage(), after.position().stage())
        || !movesBefore.equals(movesAfter);
  }
}
