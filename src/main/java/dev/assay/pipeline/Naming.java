package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which lead each piece of work of a batch is about, and which e-mail addresses it gives to leads.
 * A name may be an address of the lead or the key of one that was merged into it. An address that
 * nobody has goes to the first that asks, in the order of the work.
 */
final class Naming {

  /** One wrong guess costs the whole batch, and among many one is likely wrong. */
  private static final int FEW = 64;

  private final IdentityHashMap<Work, String> leadOf = new IdentityHashMap<>();
  private final IdentityHashMap<Work, Done> refused = new IdentityHashMap<>();
  private final Map<String, String> claims = new TreeMap<>();
  private final Map<String, String> leadByAlias;
  private final Map<String, String> others;

  /**
   * @param leadByAlias what is known already
   * @param others filled later
   */
  private Naming(Map<String, String> leadByAlias, Map<String, String> others, List<Work> work) {
    this.leadByAlias = leadByAlias;
    this.others = others;
    work.forEach(this::name);
  }

  /** Asks who is known by the names. */
  static Naming ask(Connection connection, List<Work> work, Instant now) throws SQLException {
    return new Naming(Aliases.look(connection, names(work), now), Map.of(), work);
  }

  /**
   * Takes each name for the key of a lead, as most are, and has the round trip ask whether one is
   * not: then {@link #mistaken} when it has run.
   */
  static Naming guess(RoundTrip trip, List<Work> work, Instant now) {
    return new Naming(Map.of(), Aliases.look(trip, names(work), now), work);
  }

  /** Whether the names are so few, and all of them keys so far as one sees, that guessing pays. */
  static boolean easy(List<Work> work) {
    return work.size() <= FEW
        && work.stream().allMatch(one -> one.key() instanceof LeadKey.Known && told(one) == null);
  }

  private static Set<String> names(List<Work> work) {
    Set<String> names = new TreeSet<>();
    for (Work one : work) {
      names.add(one.key().value());
      String told = told(one);
      if (told != null) {
        names.add(told);
      }
    }
    return names;
  }

  /** Whether one of the names that were guessed is another lead's, or that of an erased one. */
  boolean mistaken() {
    return !others.isEmpty();
  }

  private void name(Work one) {
    String key = one.key().value();
    boolean byAddress = one.key() instanceof LeadKey.Email;
    String told = told(one);
    if (erased(key) || (told != null && erased(told))) {
      leadOf.put(one, key);
      if (one.creates()) {
        refused.put(one, new Done.Erased(erased(key) ? key : Objects.requireNonNull(told)));
      }
      return;
    }
    String lead = known(key, key);
    leadOf.put(one, lead);
    if (told != null && !known(told, lead).equals(lead)) {
      refused.put(
          one,
          new Done.Conflict(
              lead,
              "E-mail address %s belongs to lead %s.".formatted(told, known(told, lead)),
              "E-mail address %s belongs to another lead.".formatted(told)));
      return;
    }
    if (told != null) {
      claims.put(told, lead);
    }
    if (byAddress && one.creates()) {
      claims.put(key, lead);
    }
  }

  /** The address that the work says is the lead's. */
  private static @Nullable String told(Work one) {
    return one instanceof Work.MergeProfile merge ? Profiles.email(merge.patch()) : null;
  }

  private boolean erased(String name) {
    return Aliases.ERASED.equals(leadByAlias.get(name));
  }

  private String known(String name, String otherwise) {
    return leadByAlias.getOrDefault(name, claims.getOrDefault(name, otherwise));
  }

  String lead(Work one) {
    return Objects.requireNonNull(leadOf.get(one));
  }

  /** Why the work must not be done; null if it may. */
  @Nullable Done refusal(Work one) {
    return refused.get(one);
  }

  /** The addresses that leads must have when the batch is done. */
  Map<String, String> claims() {
    return claims;
  }
}
