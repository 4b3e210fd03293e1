package dev.assay.pipeline;

import dev.assay.assessment.Occurrence;
import dev.assay.scoring.step.Change;
import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.Input;
import dev.assay.scoring.step.LeadKey;
import dev.assay.scoring.step.LeadState;
import dev.assay.scoring.step.Novelty;
import dev.assay.scoring.step.Outcome;
import dev.assay.scoring.step.Profiles;
import dev.assay.scoring.step.RuleTimeline;
import dev.assay.scoring.step.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The second phase of a batch: steps each lead, once for each call that says something of it. What
 * different calls say is not united because they are written together. Reads and writes nothing.
 */
final class StepLeads {
  private final Gathered gathered;
  private final Step step;
  private final Map<String, LeadState> states = new HashMap<>();
  private final Set<String> stepped = new LinkedHashSet<>();
  private final Set<String> replaced = new LinkedHashSet<>();
  private final List<Change> changes = new ArrayList<>();
  private final @Nullable Done[] answers;

  private StepLeads(Gathered gathered, RuleTimeline timeline) {
    this.gathered = gathered;
    this.step = new Step(timeline);
    this.answers = new Done[gathered.work().size()];
    gathered.rows().forEach((lead, row) -> states.put(lead, row.state()));
    // A lead that is created here is not there for what came before it was.
    states.keySet().removeAll(gathered.created());
  }

  /** Steps all of it. */
  static Stepped step(Gathered gathered, RuleTimeline timeline) {
    return new StepLeads(gathered, timeline).run();
  }

  /** What one call says under one name. */
  private record Said(Received.Call call, String name) {}

  private Stepped run() {
    Map<Said, List<Integer>> inputs = new LinkedHashMap<>();
    for (int i = 0; i < answers.length; i++) {
      Received one = gathered.work().get(i);
      inputs
          .computeIfAbsent(
              new Said(one.call(), one.work().key().value()), said -> new ArrayList<>())
          .add(i);
    }
    inputs.values().forEach(this::step);
    Map<String, List<Occurrence>> occurred =
        Changes.of(Change.Occurred.class, changes).stream()
            .collect(
                Collectors.groupingBy(
                    Change.Occurred::lead,
                    Collectors.mapping(Change.Occurred::occurrence, Collectors.toList())));
    List<SteppedLead> leads =
        stepped.stream()
            .map(lead -> stepped(lead, occurred.getOrDefault(lead, List.of())))
            .toList();
    List<Done> done = new ArrayList<>();
    for (Done answer : answers) {
      done.add(Objects.requireNonNull(answer));
    }
    return new Stepped(leads, changes, done, gathered.audience());
  }

  private void step(List<Integer> positions) {
    Received first = gathered.work().get(positions.get(0));
    String lead = gathered.names().lead(first.work());
    if (positions.stream().anyMatch(this::creates)) {
      states.putIfAbsent(lead, gathered.row(lead).state());
    }
    LeadState state = states.get(lead);
    if (state != null) {
      List<Input> inputs = new ArrayList<>();
      positions.forEach(i -> add(inputs, gathered.work().get(i).work(), state));
      if (!inputs.isEmpty()) {
        Outcome outcome = step.step(state, inputs, first.at());
        if (!outcome.changes().isEmpty() || !outcome.state().equals(state)) {
          stepped.add(lead);
        }
        states.put(lead, outcome.state());
        changes.addAll(outcome.changes());
      }
    }
    positions.forEach(i -> answers[i] = answer(gathered.work().get(i).work(), states.get(lead)));
  }

  private boolean creates(int position) {
    Work work = gathered.work().get(position).work();
    return work.creates() && gathered.names().refusal(work) == null;
  }

  private void add(List<Input> inputs, Work work, LeadState state) {
    if (gathered.names().refusal(work) != null) {
      return;
    }
    if (inputs.isEmpty() && work.key() instanceof LeadKey.Email email && state.isFresh()) {
      inputs.add(new Input.ProfilePatched(Profiles.withEmail(email.value())));
    }
    if (work instanceof Work.AppendEvent append) {
      if (gathered.novelty().get(work) == Novelty.NEW) {
        inputs.add(new Input.EventPosted(append.event()));
      }
    } else if (work instanceof Work.MergeProfile merge) {
      inputs.add(new Input.ProfilePatched(merge.patch()));
    } else if (work instanceof Work.AssignOwner assign) {
      inputs.add(new Input.OwnerAssigned(assign.owner(), assign.by()));
    } else if (work instanceof Work.Merged merged) {
      LeadLog log = Objects.requireNonNull(gathered.logs().get(state.lead()));
      replaced.add(state.lead());
      inputs.add(
          new Input.LeadMerged(
              log.profile(), log.activities(), merged.stage(), merged.owner(), merged.by()));
    } else if (work instanceof Work.Reassess again) {
      inputs.add(again.fromLogs() ? new Input.Restored() : new Input.TimePassed());
    }
  }

  private SteppedLead stepped(String lead, List<Occurrence> occurred) {
    LeadRow row = gathered.row(lead);
    LeadState after = Objects.requireNonNull(states.get(lead));
    StoredActivities activities = row.stored();
    if (row.damaged() || replaced.contains(lead)) {
      activities.replace(after.activities());
    } else if (!occurred.isEmpty()) {
      activities.add(after.activities(), occurred);
    }
    return new SteppedLead(row.storedProfile(), after, activities);
  }

  private Done answer(Work one, @Nullable LeadState state) {
    Done refusal = gathered.names().refusal(one);
    if (refusal != null) {
      return refusal;
    }
    if (state == null) {
      return new Done.Unknown(gathered.names().lead(one));
    }
    if (one instanceof Work.AppendEvent append) {
      Novelty novelty = Objects.requireNonNull(gathered.novelty().get(one));
      if (novelty == Novelty.REPEATED) {
        return new Done.Duplicate(Done.LeadState.of(state));
      }
      if (novelty == Novelty.CONTRADICTING) {
        Event event = append.event();
        return new Done.Conflict(
            state.lead(),
            "Event %s of source %s was stored before with other content."
                .formatted(event.id(), event.source()));
      }
    }
    return new Done.Accepted(Done.LeadState.of(state), gathered.created().remove(state.lead()));
  }
}
