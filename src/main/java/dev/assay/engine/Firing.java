package dev.assay.engine;

import dev.assay.assessment.Activity;
import dev.assay.assessment.Assessing;
import dev.assay.assessment.Qualification;
import dev.assay.assessment.RuleFailure;
import dev.assay.assessment.RuleSource;
import dev.assay.assessment.Trait;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;

/** Tells the assessment which rule fires on which activities, so that rules need not say it. */
final class Firing implements RuleRuntimeEventListener {
  /** Rules are shared by lanes, and each lane is on one thread at a time. */
  private static final ThreadLocal<@Nullable Firing> ON_THIS_THREAD = new ThreadLocal<>();

  /** What all rules together may assert before it is counted which of them does. */
  private static final int FEW_FACTS = 1_000;

  private final Assessing assessing;
  private final Sources sources;
  private final long mostFacts;
  private final Map<RuleSource, Long> asserted = new IdentityHashMap<>();
  private int facts;
  private @Nullable RuleSource firing;
  private @Nullable RuleSource last;

  /**
   * @param activities how many types and subjects there are: each is a fact, and so is each type
   */
  Firing(Assessing assessing, Sources sources, int activities) {
    this.assessing = assessing;
    this.sources = sources;
    this.mostFacts = Math.max(FEW_FACTS, 4L * activities * activities);
  }

  static Firing onThisThread() {
    return Objects.requireNonNull(ON_THIS_THREAD.get(), "rules fire in an assessment only");
  }

  /** From now on rules that fire on this thread are told to this one. */
  void attend() {
    ON_THIS_THREAD.set(this);
  }

  void leave() {
    ON_THIS_THREAD.remove();
  }

  /** The failure of an assessment in which rules fired without end. */
  RuleFailure endless(int firings) {
    return new RuleFailure(
        String.valueOf(last), "fires again and again (%d firings)".formatted(firings), null);
  }

  /** The failure of an assessment in which something was thrown. */
  RuleFailure failure(Throwable thrown) {
    Throwable root = thrown;
    String rule = firing != null ? firing.toString() : "(while conditions were evaluated)";
    for (int depth = 0; depth < DEEPEST_CAUSE; depth++) {
      if (root instanceof RuleFailure failure) {
        return failure;
      }
      if (root instanceof ConstraintEvaluationException condition) {
        rule = inCondition(String.valueOf(condition.getMessage()));
      }
      if (root.getCause() == null) {
        break;
      }
      root = root.getCause();
    }
    return new RuleFailure(rule, root.toString(), thrown);
  }

  /** Conditions are evaluated between firings, so their failures are told by the message alone. */
  private String inCondition(String message) {
    Matcher named = RULE.matcher(message);
    RuleSource source = named.find() ? sources.drl().get(named.group(1)) : null;
    return source != null ? source.toString() : message;
  }

  private static final Pattern RULE = Pattern.compile("\\[Rule \"([^\"]+)\"");

  /** Causes can form a ring. */
  private static final int DEEPEST_CAUSE = 20;

  /** The rule is about to fire. */
  void begin(RuleSource rule, List<Activity> matched) {
    firing = rule;
    last = rule;
    assessing.begin(rule, matched);
  }

  /** The rule has fired. */
  void end() {
    assessing.end();
    firing = null;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (firing != null) {
      if (++facts > FEW_FACTS) {
        refuseTooMany(firing);
      }
      assessing.asserted(event.getObject(), firing);
    }
  }

  /**
   * A rule that looks at two activities at most asserts no more than one fact for each pair of
   * them. One that asserts more feeds itself, and to wait for the limit of firings would take
   * seconds.
   */
  private void refuseTooMany(RuleSource rule) {
    long before = asserted.merge(rule, 1L, Long::sum);
    if (before > mostFacts) {
      throw new RuleFailure(
          rule.toString(),
          "asserts again and again (more than %d facts)".formatted(mostFacts),
          null);
    }
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {}

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    Object fact = event.getOldObject();
    if (fact instanceof Trait || fact instanceof Qualification) {
      throw new RuleFailure(
          String.valueOf(last),
          "%s was taken back, but what one rule concluded another may have built on"
              .formatted(fact),
          null);
    }
  }
}
