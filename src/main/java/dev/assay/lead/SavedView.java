package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Questions that sales ask every day. */
public enum SavedView {
  /** In the band hot, and nobody's yet. */
  HOT_UNASSIGNED("hot-unassigned"),
  /** Reached the highest stage of the live rules within the last week. */
  NEW_IN_TOP_STAGE("new-in-top-stage"),
  /** In a stage, but quiet for two weeks. */
  COOLING_DOWN("cooling-down"),
  /** The right people, of whom nothing was seen yet. */
  GOOD_ON_PAPER("good-on-paper");

  private final String word;

  SavedView(String word) {
    this.word = word;
  }

  /** As in addresses. */
  @JsonValue
  public String word() {
    return word;
  }

  /** The view of that word, null if there is none. */
  public static @Nullable SavedView of(String word) {
    return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst().orElse(null);
  }
}
