package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Questions that sales ask every day. */
public enum SavedView {
  /** In the band hot, and nobody's yet. */
  HOT_UNASSIGNED("hot-unassigned", Duration.ZERO),
  /** Reached the highest stage of the live rules within the last week. */
  NEW_IN_TOP_STAGE("new-in-top-stage", Duration.ofDays(7)),
  /** In a stage, but quiet for two weeks. */
  COOLING_DOWN("cooling-down", Duration.ofDays(14)),
  /** The right people, of whom nothing was seen yet. */
  GOOD_ON_PAPER("good-on-paper", Duration.ZERO);

  private final String word;
  private final Duration age;

  SavedView(String word, Duration age) {
    this.word = word;
    this.age = age;
  }

  /** As in addresses. */
  @JsonValue
  public String word() {
    return word;
  }

  /** How far back the moment lies that divides the leads shown from others; 0 where none does. */
  Duration age() {
    return age;
  }

  /** The view of that word, null if there is none. */
  public static @Nullable SavedView of(String word) {
    return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst().orElse(null);
  }
}
