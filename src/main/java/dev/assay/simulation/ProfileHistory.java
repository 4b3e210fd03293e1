package dev.assay.simulation;

import dev.assay.assessment.Lead;
import dev.assay.pipeline.Profiles;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was known of a lead, from which moment on. */
final class ProfileHistory {
  private final NavigableMap<Instant, String> since = new TreeMap<>();
  private String profile = "{}";

  /** A profile that is the same at any moment. */
  static ProfileHistory always(String profile) {
    ProfileHistory history = new ProfileHistory();
    history.since.put(Instant.MIN, profile);
    return history;
  }

  /** Adds what was said next. */
  void add(Instant at, String patch) {
    profile = Profiles.merge(profile, patch);
    since.put(at, profile);
  }

  Lead at(Instant moment) {
    Map.Entry<Instant, String> known = since.floorEntry(moment);
    return known == null ? Lead.UNKNOWN : Profiles.lead(known.getValue());
  }

  boolean knownAt(Instant moment) {
    return since.floorKey(moment) != null;
  }

  /** When the profile changes next, null for never. */
  @Nullable Instant nextAfter(Instant moment) {
    return since.higherKey(moment);
  }
}
