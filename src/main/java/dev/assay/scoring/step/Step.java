package dev.assay.scoring.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What inputs do to a lead. A pure function of the lead's state, the inputs, the moment at which
 * they were received and the rules that were in force when.
 *
 * <p>Before inputs are applied, all that time or a publication would have changed earlier is
 * applied, in the order of those moments and as of those moments. So it does not matter who gets
 * round to a lead when: workers that do it in the background only do it sooner.
 */
public final class Step {
  private static final Instant NEVER = Instant.MAX;

  private final RuleTimeline rules;

  public Step(RuleTimeline rules) {
    this.rules = rules;
  }

  /**
   * Applies what one call says of a lead, and assesses the lead once.
   *
   * @param received when it was received; a moment before the state's own counts as that
   */
  public Outcome step(LeadState state, List<Input> inputs, Instant received) {
    LeadChanges lead = new LeadChanges(state);
    Instant at = later(received, state.at());
    catchUp(lead, at);
    if (!lead.everAssessed() || !inputs.stream().allMatch(Input.TimePassed.class::isInstance)) {
      List<Event> events = new ArrayList<>();
      inputs.forEach(input -> apply(lead, input, at, events));
      lead.add(events);
      Event cause = events.isEmpty() ? null : events.get(events.size() - 1);
      lead.assess(rules.at(at), at, cause, true);
    }
    return lead.outcome();
  }

  /** Applies what changed of itself until that moment. */
  private void catchUp(LeadChanges lead, Instant until) {
    if (!lead.everAssessed()) {
      return;
    }
    for (; ; ) {
      RulesInForce next = rules.after(lead.publication());
      Instant published = next == null ? NEVER : later(next.since(), lead.at());
      Instant review = lead.nextReviewAt();
      Instant due = review == null ? NEVER : later(review, lead.at());
      if (next != null && !published.isAfter(until) && !due.isBefore(published)) {
        lead.assess(next, published, null, next.announce());
      } else if (!due.isAfter(until)) {
        lead.assess(rules.at(due), due, null, true);
      } else {
        return;
      }
    }
  }

  /** Applies one input; collects the events, which are added together. */
  private static void apply(LeadChanges lead, Input input, Instant at, List<Event> events) {
    if (input instanceof Input.EventPosted posted) {
      events.add(posted.event());
    } else if (input instanceof Input.ProfilePatched patched) {
      lead.patch(patched.patch(), at);
    } else if (input instanceof Input.OwnerAssigned assigned) {
      lead.assign(assigned.owner(), assigned.by(), at);
    } else if (input instanceof Input.LeadMerged merged) {
      lead.merge(merged, at);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
