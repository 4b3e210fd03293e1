package dev.assay.assessment;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The funnel, lowest stage first.
 *
 * @param inOrder every stage once
 */
public record Stages(List<Stage> inOrder) {

  /**
   * A step of the funnel.
   *
   * @param leaveBelow once in the stage, a lead stays while its score is at least this, even when
   *     no rule qualifies it any more; null to leave as soon as unqualified
   */
  public record Stage(String name, @Nullable Integer leaveBelow) {}

  public Stages {
    inOrder = List.copyOf(inOrder);
  }

  public boolean knows(String stage) {
    return rank(stage) >= 0;
  }

  /** 0 for the lowest stage; -1 for none and for a stage this rule set does not know. */
  public int rank(@Nullable String stage) {
    for (int rank = 0; rank < inOrder.size(); rank++) {
      if (inOrder.get(rank).name().equals(stage)) {
        return rank;
      }
    }
    return -1;
  }

  /** Of the stage of that name; null if there is no such limit or stage. */
  @Nullable Integer leaveBelow(String stage) {
    return knows(stage) ? inOrder.get(rank(stage)).leaveBelow() : null;
  }

  /**
   * The next stage: as high as the lead qualifies for; but a lead comes down only past stages it no
   * longer holds. A veto takes it out of the funnel.
   *
   * @param current null for none
   * @return null for none
   */
  public @Nullable String step(Assessment assessment, @Nullable String current) {
    if (!assessment.vetoes().isEmpty()) {
      return null;
    }
    Collection<String> qualified =
        assessment.qualifications().stream().map(Assessment.Qualified::stage).toList();
    int highest = qualified.stream().mapToInt(this::rank).max().orElse(-1);
    for (int rank = rank(current); rank > highest; rank--) {
      Stage stage = inOrder.get(rank);
      if (stage.leaveBelow() != null && assessment.score().total() >= stage.leaveBelow()) {
        return stage.name();
      }
    }
    return highest < 0 ? null : inOrder.get(highest).name();
  }
}
