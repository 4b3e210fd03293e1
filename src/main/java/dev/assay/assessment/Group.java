package dev.assay.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Awards that are limited together.
 *
 * @param floor the fewest points the group may give, null for no limit
 * @param cap the most points the group may give, null for no limit
 */
public record Group(
    String name, Dimension dimension, @Nullable Integer floor, @Nullable Integer cap) {

  public Group {
    if (floor != null && cap != null && floor > cap) {
      throw new IllegalArgumentException("floor %d is above cap %d".formatted(floor, cap));
    }
  }
}
