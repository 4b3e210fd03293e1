package dev.assay.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One assessment in the making, for the engine that runs the rules: insert {@link #facts}, run,
 * insert what {@link #total} returns, run again, {@link #finish}.
 */
public final class Assessing {
  private final ScoringModel model;
  private final Instant asOf;
  private final Horizon horizon;
  private final List<Object> facts;
  private final Scorecard scorecard;
  private @Nullable Totals totals;
  private @Nullable Score score;

  /**
   * @param assertFact takes facts that rules assert through the scorecard
   */
  public Assessing(
      ScoringModel model,
      Lead lead,
      Activities activities,
      Instant asOf,
      Consumer<Object> assertFact) {
    this.model = model;
    this.asOf = asOf;
    horizon = new Horizon(asOf.toEpochMilli());
    List<Activity> seen = activities.facts(horizon);
    facts = new ArrayList<>(seen.size() + 2);
    facts.add(lead);
    List<long[]> done = new ArrayList<>();
    for (Activity activity : seen) {
      if (activity.getSubject() == null && !activity.getType().equals(OUTCOME)) {
        done.add(activity.times());
      }
    }
    facts.add(new History(done, horizon));
    facts.addAll(seen);
    scorecard = new Scorecard(assertFact);
  }

  /**
   * The event type for what sales report back. It is history like everything else, but not
   * something the lead did, so it does not end a time of quiet.
   */
  public static final String OUTCOME = "outcome";

  /** The subject of the outcome that a lead was won. */
  public static final String WON = "won";

  /** What rules see from the start: the lead, its history and its activities. */
  public List<Object> facts() {
    return facts;
  }

  public Scorecard scorecard() {
    return scorecard;
  }

  /** A rule is about to fire. */
  public void begin(RuleSource rule, List<Activity> matched) {
    scorecard.begin(rule, matched);
  }

  /** The rule has fired. */
  public void end() {
    scorecard.end();
  }

  /** A rule asserted a fact, through the scorecard or by itself. */
  public void asserted(Object fact, RuleSource by) {
    if (fact instanceof Trait trait) {
      scorecard.conclusions.trait(trait.name(), by);
    } else if (fact instanceof Qualification qualification) {
      scorecard.conclusions.qualification(qualification.stage(), by);
    }
  }

  /** Adds up all awards. From now on rules may conclude, but not award. */
  public Score total() {
    List<Line.Award> awards = new ArrayList<>();
    for (Claim claim : scorecard.claimsInOrder()) {
      Line.Award award = claim.award(horizon, model);
      if (award != null) {
        awards.add(award);
      }
    }
    totals = new Totals(model, awards);
    score = totals.score();
    return score;
  }

  public Assessment finish() {
    Conclusions said = scorecard.conclusions;
    return new Assessment(
        asOf,
        model.ruleset(),
        Objects.requireNonNull(score),
        said.grade(),
        said.band(),
        said.qualifications(model.stages()),
        said.vetoes(),
        said.owner(),
        said.traits(),
        Objects.requireNonNull(totals).lines(),
        horizon.next());
  }
}
