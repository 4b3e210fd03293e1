package dev.assay.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** In which order an endpoint gets the messages about one lead. */
public enum Ordering {
  /** As soon as possible each: one that is tried again may arrive after a newer one. */
  ANY("any"),

  /** In order: one that is not delivered yet holds the later ones about the same lead. */
  STRICT("strict"),

  /** One that waits is dropped when a newer one of its type about the same lead is written. */
  LATEST_ONLY("latest-only");

  private final String wireName;

  Ordering(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException saying what was expected
   */
  @JsonCreator
  static Ordering of(String name) {
    return Arrays.stream(values())
        .filter(ordering -> ordering.wireName.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("must be any, strict or latest-only, as text"));
  }
}
