package dev.assay.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Questions that sales ask every day; each has an index of its own. */
public enum SavedView {
  /** In the band hot, and nobody's yet. */
  HOT_UNASSIGNED("hot-unassigned", "band = 'hot' AND owner IS NULL", null),
  /** Reached the highest stage of the live rules within the last week. */
  NEW_IN_TOP_STAGE("new-in-top-stage", "stage = ? AND stage_since > ?", Duration.ofDays(7)),
  /** In a stage, but quiet for two weeks. */
  COOLING_DOWN("cooling-down", "stage IS NOT NULL AND last_activity_at < ?", Duration.ofDays(14)),
  /** The right people, of whom nothing was seen yet. */
  GOOD_ON_PAPER("good-on-paper", "never_active AND engagement = 0 AND fit > 0", null);

  private final String word;
  private final String condition;
  private final @Nullable Duration age;

  SavedView(String word, String condition, @Nullable Duration age) {
    this.word = word;
    this.condition = condition;
    this.age = age;
  }

  /** As in addresses. */
  @JsonValue
  public String word() {
    return word;
  }

  /** Written as it is indexed. */
  String condition() {
    return condition;
  }

  /** How far from now the moment lies that the condition compares with. */
  @Nullable Duration age() {
    return age;
  }

  /** The view of that word, null if there is none. */
  public static @Nullable SavedView of(String word) {
    return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst().orElse(null);
  }
}
