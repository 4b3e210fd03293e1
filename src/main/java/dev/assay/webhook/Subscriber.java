package dev.assay.webhook;

import dev.assay.scoring.step.LeadChanged;
import dev.assay.workbook.Condition;
import java.util.List;

/**
 * An endpoint and what it wants to hear of.
 *
 * @param types empty for all
 * @param conditions on the profile, compiled from the filter
 */
record Subscriber(
    String id,
    List<String> types,
    EndpointFilter filter,
    List<Condition> conditions,
    int scoreStep,
    Ordering order) {

  Subscriber(String id, List<String> types, EndpointFilter filter, int scoreStep, Ordering order) {
    this(
        id,
        types,
        filter,
        filter.lead().stream().map(LeadCondition::condition).toList(),
        scoreStep,
        order);
  }

  boolean wants(MessageType type) {
    return types.isEmpty() || types.contains(type.wireName());
  }

  /** Whether it wants to hear this about that change, which the type tells of. */
  boolean wants(MessageType type, LeadChanged change) {
    return wants(type)
        && (type != MessageType.LEAD_SCORE_CHANGED || passesStep(change))
        && Names.admit(
            filter.stages(),
            type == MessageType.LEAD_DISQUALIFIED
                ? change.before().stage()
                : change.after().stage())
        && Names.admit(filter.bands(), change.after().band())
        && Names.admit(filter.owners(), change.after().owner())
        && Names.admit(filter.regions(), change.profile().region())
        && conditions.stream().allMatch(condition -> condition.holds(change.profile()));
  }

  /** Without memory: whether a multiple of the step lies between the scores. */
  private boolean passesStep(LeadChanged change) {
    return Math.floorDiv(change.before().score(), scoreStep)
        != Math.floorDiv(change.after().score(), scoreStep);
  }
}
