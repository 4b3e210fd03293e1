package dev.assay.advice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook is used with.
 *
 * @param drl the sources of the DRL files
 * @param eventTypes all that can be expected to come in; null when that is not known
 */
public record Surroundings(List<String> drl, @Nullable Set<String> eventTypes) {

  /** No DRL, and nothing is known of events. */
  public static final Surroundings NONE = new Surroundings(List.of(), null);

  public Surroundings {
    drl = List.copyOf(drl);
    eventTypes = eventTypes == null ? null : Set.copyOf(eventTypes);
  }
}
