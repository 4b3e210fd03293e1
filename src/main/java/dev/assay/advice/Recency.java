package dev.assay.advice;

import dev.assay.workbook.Condition.CountWithin;
import java.util.ArrayList;
import java.util.List;

/**
 * When something happened.
 *
 * @param counts how often at least in the last days
 * @param quiet days for which it has not happened, 0 for no such condition
 */
record Recency(List<CountWithin> counts, int quiet) implements Domain {
  static final Recency ANY = new Recency(List.of(), 0);

  Recency {
    counts = List.copyOf(counts);
  }

  Recency and(CountWithin count) {
    List<CountWithin> more = new ArrayList<>(counts);
    more.add(count);
    return new Recency(more, quiet);
  }

  Recency quietFor(int days) {
    return new Recency(counts, Math.max(quiet, days));
  }

  @Override
  public boolean isEmpty() {
    return counts.stream().anyMatch(count -> quiet >= count.days());
  }

  @Override
  public boolean within(Domain other) {
    return other instanceof Recency recency
        && quiet >= recency.quiet
        && recency.counts.stream().allMatch(this::implies);
  }

  private boolean implies(CountWithin less) {
    return counts.stream()
        .anyMatch(count -> count.times() >= less.times() && count.days() <= less.days());
  }
}
