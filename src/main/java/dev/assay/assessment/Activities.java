package dev.assay.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a lead ever did, folded by type and subject. Immutable, and the same whatever the
 * order in which occurrences were added.
 */
public final class Activities {
  /** Of a lead that did nothing yet. */
  public static final Activities NONE = new Activities(new TreeMap<>());

  private final NavigableMap<Key, long[]> times;

  private Activities(NavigableMap<Key, long[]> times) {
    this.times = times;
  }

  private record Key(String type, String subject) implements Comparable<Key> {
    @Override
    public int compareTo(Key that) {
      int byType = type.compareTo(that.type);
      return byType != 0 ? byType : subject.compareTo(that.subject);
    }
  }

  /** These activities and the given occurrences. Adding one twice counts it twice. */
  public Activities with(Collection<Occurrence> occurrences) {
    // Grouped first, so that a long history is copied once and not for every occurrence.
    Map<Key, LongStream.Builder> added = new HashMap<>();
    for (Occurrence occurrence : occurrences) {
      added
          .computeIfAbsent(
              new Key(occurrence.type(), occurrence.subject()), key -> LongStream.builder())
          .add(occurrence.at().toEpochMilli());
    }
    Builder builder = new Builder(this);
    added.forEach((key, at) -> builder.add(key.type(), key.subject(), at.build().toArray()));
    return builder.build();
  }

  /**
   * These activities but for the given occurrences, each taken away once, as far as it is there.
   */
  public Activities without(Collection<Occurrence> occurrences) {
    Map<Key, List<Long>> gone = new HashMap<>();
    for (Occurrence occurrence : occurrences) {
      gone.computeIfAbsent(
              new Key(occurrence.type(), occurrence.subject()), key -> new ArrayList<>())
          .add(occurrence.at().toEpochMilli());
    }
    NavigableMap<Key, long[]> left = new TreeMap<>(times);
    gone.forEach(
        (key, taken) -> left.computeIfPresent(key, (same, at) -> Windows.without(at, taken)));
    left.values().removeIf(at -> at.length == 0);
    return new Activities(left);
  }

  /** Receives each type and subject with its ascending occurrence times in epoch milliseconds. */
  @FunctionalInterface
  public interface Visitor<X extends Exception> {
    void visit(String type, String subject, long[] epochMillis) throws X;
  }

  /** Shows all activities, ordered by type and subject. The arrays must not be written to. */
  public <X extends Exception> void forEach(Visitor<X> visitor) throws X {
    for (var activity : times.entrySet()) {
      visitor.visit(activity.getKey().type(), activity.getKey().subject(), activity.getValue());
    }
  }

  /** Number of different (type, subject) pairs. */
  public int size() {
    return times.size();
  }

  /** Number of occurrences, of all pairs together. */
  public int occurrences() {
    int occurrences = 0;
    for (long[] at : times.values()) {
      occurrences += at.length;
    }
    return occurrences;
  }

  /** The latest occurrence in epoch milliseconds, or {@link Long#MIN_VALUE} if there is none. */
  public long lastAt() {
    long last = Long.MIN_VALUE;
    for (long[] at : times.values()) {
      last = Math.max(last, at[at.length - 1]);
    }
    return last;
  }

  /**
   * The moment to assess at: now, or the latest occurrence if a caller's clock runs ahead of it.
   */
  public Instant asOf(Instant now) {
    long last = lastAt();
    return last > now.toEpochMilli() ? Instant.ofEpochMilli(last) : now;
  }

  /** The facts that rules see at the horizon's moment: one per type and subject, one per type. */
  List<Activity> facts(Horizon horizon) {
    List<Activity> facts = new ArrayList<>(times.size() * 2);
    List<long[]> ofType = new ArrayList<>();
    String type = "";
    for (var entry : times.entrySet()) {
      long[] seen = until(entry.getValue(), horizon);
      if (seen.length == 0) {
        continue;
      }
      Key key = entry.getKey();
      if (!key.type().equals(type)) {
        addUnited(facts, type, ofType, horizon);
        type = key.type();
        ofType.clear();
      }
      ofType.add(seen);
      if (!key.subject().isEmpty()) {
        facts.add(new Activity(key.type(), key.subject(), seen, horizon));
      }
    }
    addUnited(facts, type, ofType, horizon);
    return facts;
  }

  private static void addUnited(
      List<Activity> facts, String type, List<long[]> ofType, Horizon horizon) {
    if (!ofType.isEmpty()) {
      facts.add(new Activity(type, null, Windows.unite(ofType), horizon));
    }
  }

  private static long[] until(long[] times, Horizon horizon) {
    int seen = Windows.firstAfter(times, horizon.asOf());
    if (seen == times.length) {
      return times;
    }
    horizon.note(times[seen]);
    return Arrays.copyOf(times, seen);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Activities that
        && times.keySet().equals(that.times.keySet())
        && times.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), that.times.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return times.keySet().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((type, subject, at) -> text.append(type + " " + subject + Arrays.toString(at) + "\n"));
    return text.toString();
  }

  /** Collects activities that are given as ready lists of times. */
  public static final class Builder {
    private final NavigableMap<Key, long[]> times = new TreeMap<>();

    public Builder() {}

    private Builder(Activities from) {
      times.putAll(from.times);
    }

    /** Adds occurrences in epoch milliseconds, in any order. None at all add nothing. */
    public Builder add(String type, String subject, long[] epochMillis) {
      if (epochMillis.length == 0) {
        return this;
      }
      long[] sorted = epochMillis.clone();
      if (!Windows.ascending(sorted)) {
        Arrays.sort(sorted);
      }
      times.merge(
          new Key(type, subject), sorted, (one, other) -> Windows.unite(List.of(one, other)));
      return this;
    }

    public Activities build() {
      return new Activities(new TreeMap<>(times));
    }
  }
}
