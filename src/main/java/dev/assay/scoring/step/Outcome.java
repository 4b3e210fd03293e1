package dev.assay.scoring.step;

import java.util.List;

/**
 * What came of a step.
 *
 * @param state of the lead after it
 * @param changes in their order; none where nothing changed
 */
public record Outcome(LeadState state, List<Change> changes) {

  public Outcome {
    changes = List.copyOf(changes);
  }
}
