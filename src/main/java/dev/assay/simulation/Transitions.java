package dev.assay.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Counts leads by what they are before and after; null stands for none. */
final class Transitions {
  private final Map<Pair, Long> leads = new HashMap<>();

  private record Pair(@Nullable String before, @Nullable String after) {}

  void add(@Nullable String before, @Nullable String after) {
    leads.merge(new Pair(before, after), 1L, Long::sum);
  }

  void add(Transitions other) {
    other.leads.forEach((pair, count) -> leads.merge(pair, count, Long::sum));
  }

  long count(@Nullable String before, @Nullable String after) {
    return leads.getOrDefault(new Pair(before, after), 0L);
  }

  long before(@Nullable String name) {
    return leads.entrySet().stream()
        .filter(entry -> java.util.Objects.equals(entry.getKey().before(), name))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long after(@Nullable String name) {
    return leads.entrySet().stream()
        .filter(entry -> java.util.Objects.equals(entry.getKey().after(), name))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  void forEachPair(BiConsumer<@Nullable String, @Nullable String> visitor) {
    leads.keySet().forEach(pair -> visitor.accept(pair.before(), pair.after()));
  }
}
