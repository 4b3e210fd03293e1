package dev.assay.lead;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.assessment.Stages;
import dev.assay.pipeline.CurrentRules;
import dev.assay.ruleset.OpenRuleset;
import dev.assay.scoring.step.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would move a lead to its next stage: each row of the live rules that an activity could
 * earn is tried on the lead by the law itself, writing nothing.
 */
@ApplicationScoped
public class SuggestSteps {
  private static final int MOST_ROWS = 300;
  private static final int MOST_TOGETHER = 5;

  private final CurrentRules rules;
  private final OpenRuleset rulesets;
  private final Clock clock;
  private volatile Known known = new Known(0, List.of());

  SuggestSteps(CurrentRules rules, OpenRuleset rulesets, Clock clock) {
    this.rules = rules;
    this.rulesets = rulesets;
    this.clock = clock;
  }

  private record Known(int ruleset, List<RowActivity> rows) {}

  /**
   * Something the lead could do.
   *
   * @param points by which the score would grow
   * @param times how often it has to happen
   */
  public record Step(
      String reason, int points, int times, String sheet, int row, @Nullable String stage) {}

  /**
   * What would help.
   *
   * @param next the stage after the lead's, null in the highest
   * @param veto why the lead can be in no stage whatever it does, null where nothing forbids it
   * @param enough each alone would be enough, cheapest first
   * @param together would be enough if all of them happened, where nothing alone is
   */
  public record Steps(
      @Nullable String next, @Nullable String veto, List<Step> enough, List<Step> together) {}

  private record Tried(RowActivity row, int points, @Nullable String stage) {
    Step step() {
      return new Step(row.reason(), points, row.times(), row.sheet(), row.row(), stage);
    }
  }

  /** For the lead as it stands. */
  public Steps of(StoredLead stored) {
    RuleSet live = rules.current();
    List<Stages.Stage> stages = live.stages().inOrder();
    int rank = live.stages().rank(stored.stage());
    if (rank == stages.size() - 1) {
      return new Steps(null, null, List.of(), List.of());
    }
    String next = stages.get(rank + 1).name();
    Lead lead = Profiles.lead(stored.profile());
    Instant now = stored.activities().asOf(clock.instant());
    Assessment present = live.assess(lead, stored.activities(), now);
    if (!present.vetoes().isEmpty()) {
      return new Steps(next, present.vetoes().get(0).value(), List.of(), List.of());
    }
    List<Tried> tried = new ArrayList<>();
    for (RowActivity row : rows(live.number())) {
      Assessment after = live.assess(lead, stored.activities().with(row.at(now)), now);
      int points = after.score().total() - present.score().total();
      if (points > 0) {
        tried.add(new Tried(row, points, live.stages().step(after, stored.stage())));
      }
    }
    tried.sort(Comparator.comparingInt(Tried::points));
    List<Step> enough =
        tried.stream()
            .filter(each -> live.stages().rank(each.stage()) > rank)
            .limit(MOST_TOGETHER)
            .map(Tried::step)
            .toList();
    List<Step> together =
        enough.isEmpty() ? together(live, lead, stored, now, tried) : List.<Step>of();
    return new Steps(next, null, enough, together);
  }

  /** The strongest rows, one after the other, until the lead moves; none if it does not. */
  private static List<Step> together(
      RuleSet live, Lead lead, StoredLead stored, Instant now, List<Tried> tried) {
    int rank = live.stages().rank(stored.stage());
    Activities activities = stored.activities();
    List<Step> steps = new ArrayList<>();
    for (int i = tried.size() - 1; i >= 0 && steps.size() < MOST_TOGETHER; i--) {
      activities = activities.with(tried.get(i).row().at(now));
      steps.add(tried.get(i).step());
      Assessment after = live.assess(lead, activities, now);
      if (live.stages().rank(live.stages().step(after, stored.stage())) > rank) {
        return steps;
      }
    }
    return List.of();
  }

  private List<RowActivity> rows(int ruleset) {
    Known last = known;
    if (last.ruleset() != ruleset) {
      List<RowActivity> rows =
          rulesets.workbook(ruleset).tables().stream()
              .flatMap(table -> table.rows().stream().map(row -> RowActivity.of(table, row)))
              .filter(Objects::nonNull)
              .limit(MOST_ROWS)
              .toList();
      last = new Known(ruleset, rows);
      known = last;
    }
    return last.rows();
  }
}
