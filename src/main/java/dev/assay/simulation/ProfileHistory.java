package dev.assay.simulation;

import dev.assay.assessment.Lead;
import dev.assay.scoring.step.Profiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a lead, from which moment on. What was said of a lead that was merged into it
 * comes before what was said of itself, whenever that was.
 */
final class ProfileHistory {
  private final NavigableMap<Instant, String> since = new TreeMap<>();
  private final List<Said> said = new ArrayList<>();

  private record Said(Instant at, String patch) {}

  /** A profile that is the same at any moment. */
  static ProfileHistory always(String profile) {
    ProfileHistory history = new ProfileHistory();
    history.since.put(Instant.MIN, profile);
    return history;
  }

  /** Adds what was said next, or earlier of the lead and later of one that is part of it. */
  void add(Instant at, String patch) {
    said.add(new Said(at, patch));
    if (since.isEmpty() || !at.isBefore(since.lastKey())) {
      Map.Entry<Instant, String> last = since.lastEntry();
      since.put(at, Profiles.merge(last == null ? "{}" : last.getValue(), patch));
      return;
    }
    since.put(at, "");
    since.tailMap(at, true).replaceAll((moment, known) -> knownThen(moment));
  }

  private String knownThen(Instant moment) {
    String profile = "{}";
    for (Said one : said) {
      if (!one.at().isAfter(moment)) {
        profile = Profiles.merge(profile, one.patch());
      }
    }
    return profile;
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
