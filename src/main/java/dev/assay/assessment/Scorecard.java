package dev.assay.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What rules write on: the global {@code scorecard} of DRL files and the actions of workbook rows.
 *
 * <p>Within one firing the words may come in any order: {@code reason("…")} before or after {@code
 * once(20)} says the same. A rule that gives points twice in one firing gives two awards, and each
 * further word then belongs to the later one.
 */
public final class Scorecard {
  private final Consumer<Object> assertFact;
  private final Map<Claim.Words, Claim> claims = new HashMap<>();
  final Conclusions conclusions = new Conclusions();
  private boolean totalled;
  private @Nullable RuleSource rule;
  private List<Activity> matched = List.of();
  private @Nullable Claim claim;

  Scorecard(Consumer<Object> assertFact) {
    this.assertFact = assertFact;
  }

  /** Gives points once, however often the rule matches. The same as {@link #once}. */
  public Scorecard award(int points) {
    return once(points);
  }

  /**
   * Gives points once, however often the rule matches; where they fade, from the latest time on.
   */
  public Scorecard once(int points) {
    return points(points, false);
  }

  /** Gives points for each occurrence of the activities the rule matches. */
  public Scorecard each(int points) {
    return points(points, true);
  }

  /** Counts only the so many latest occurrences. */
  public Scorecard atMost(int occurrences) {
    claim().atMost = atLeast(1, "atMost", occurrences);
    return this;
  }

  /** Counts only occurrences of the last so many days. */
  public Scorecard within(int days) {
    if (atLeast(1, "within", days) > Fade.MAX_DAYS) {
      throw failure("within must be at most %d days, not %d".formatted(Fade.MAX_DAYS, days));
    }
    claim().within = days;
    return this;
  }

  /**
   * Lets the points of each occurrence shrink with its age.
   *
   * @param fade in the words of {@link Fade}
   */
  public Scorecard fade(String fade) {
    Fade parsed = Fade.parse(fade);
    if (parsed == null) {
      throw failure(
          "fade \"%s\" is not understood; write \"50%% per 90 days\" or \"half-life 30 days\""
              .formatted(fade));
    }
    return fade(parsed);
  }

  /** Lets the points of each occurrence shrink with its age. */
  public Scorecard fade(Fade fade) {
    claim().fade = fade;
    return this;
  }

  /** Tells sales why, in a few words. */
  public Scorecard reason(String reason) {
    claim().reason = reason;
    return this;
  }

  /** Puts the points under the cap and dimension of a group of the Groups sheet. */
  public Scorecard group(String group) {
    claim().group = group;
    return this;
  }

  /**
   * Asserts a trait that other rules can build on. A lead has a trait or has it not: asserting it
   * again changes nothing, so rules that conclude each other's traits come to rest.
   */
  public Scorecard trait(String name) {
    if (conclusions.hasTrait(name)) {
      conclusions.trait(name, current());
    } else {
      assertFact.accept(new Trait(name));
    }
    return this;
  }

  /** Claims that the lead belongs at least in this stage. */
  public Scorecard qualify(String stage) {
    if (conclusions.hasQualification(stage)) {
      conclusions.qualification(stage, current());
    } else {
      assertFact.accept(new Qualification(stage));
    }
    return this;
  }

  /** Says below which score a lead leaves the stage that this rule qualifies it for. */
  public Scorecard leaveBelow(int score) {
    conclusions.leaveBelow(current(), score);
    return this;
  }

  /** Forbids every stage, whatever the score. */
  public Scorecard veto(String reason) {
    conclusions.veto(reason, current());
    return this;
  }

  /** Gives the grade. Of several the rule that stands first decides. */
  public Scorecard grade(String grade) {
    conclusions.grade(grade, current());
    return this;
  }

  /** Gives the band. Of several the rule that stands first decides. */
  public Scorecard band(String band) {
    conclusions.band(band, current());
    return this;
  }

  /** Names the owner or queue. Of several the rule that stands first decides. */
  public Scorecard assign(String owner) {
    conclusions.owner(owner, current());
    return this;
  }

  void begin(RuleSource rule, List<Activity> matched) {
    this.rule = rule;
    this.matched = matched;
    claim = null;
  }

  void end() {
    close();
    rule = null;
  }

  List<Claim> claimsInOrder() {
    totalled = true;
    List<Claim> all = new ArrayList<>(claims.values());
    all.sort(IN_ORDER);
    return all;
  }

  private static final Comparator<Claim> IN_ORDER =
      Comparator.comparing((Claim one) -> one.rule)
          .thenComparing(one -> String.valueOf(one.reason))
          .thenComparing(one -> Objects.requireNonNull(one.points));

  RuleSource current() {
    if (rule == null) {
      throw new IllegalStateException("the scorecard is written to by rules only");
    }
    return rule;
  }

  private Scorecard points(int points, boolean each) {
    if (claim != null && claim.points != null) {
      close();
    }
    if (totalled) {
      throw failure("points cannot depend on the Score, which is their total");
    }
    if (Math.abs((long) points) > MAX_POINTS) {
      throw failure("points must lie between -1000000 and 1000000, not " + points);
    }
    Claim claim = claim();
    claim.points = points;
    claim.each = each;
    return this;
  }

  private Claim claim() {
    if (claim == null) {
      claim = new Claim(current());
      claim.activities.addAll(matched);
    }
    return claim;
  }

  private void close() {
    Claim closed = claim;
    claim = null;
    if (closed == null || closed.points == null) {
      return;
    }
    Claim open = claims.putIfAbsent(closed.words(), closed);
    if (open != null) {
      open.join(closed);
    }
  }

  private int atLeast(int least, String word, int value) {
    if (value < least) {
      throw failure("%s must be at least %d, not %d".formatted(word, least, value));
    }
    return value;
  }

  private RuleFailure failure(String problem) {
    return new RuleFailure(current().toString(), problem, null);
  }

  static final int MAX_POINTS = 1_000_000;
}
