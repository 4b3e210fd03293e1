package dev.assay.pipeline;

import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.LeadKey;
import dev.assay.scoring.step.LeadResolver;
import dev.assay.scoring.step.LeadResolver.Resolved;
import dev.assay.scoring.step.Profiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the database whose names are known, and resolves those of a batch's work. */
final class Naming {

  /** One wrong guess costs the whole batch, and among many one is likely wrong. */
  private static final int FEW = 64;

  private final IdentityHashMap<Work, String> leadOf = new IdentityHashMap<>();
  private final IdentityHashMap<Work, Done> refused = new IdentityHashMap<>();
  private final LeadResolver resolver;
  private final Map<String, String> others;

  /**
   * @param leadByAlias what is known already
   * @param others filled later
   */
  private Naming(Map<String, String> leadByAlias, Map<String, String> others, List<Work> work) {
    this.resolver =
        new LeadResolver(leadByAlias, name -> Aliases.ERASED.equals(leadByAlias.get(name)));
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
    Resolved resolved = resolver.resolve(one.key(), told(one), one.creates());
    if (resolved instanceof Resolved.Named named) {
      leadOf.put(one, named.lead());
    } else if (resolved instanceof Resolved.AddressTaken taken) {
      leadOf.put(one, taken.lead());
      refused.put(
          one,
          new Done.Conflict(
              taken.lead(),
              "E-mail address %s belongs to lead %s.".formatted(taken.address(), taken.owner()),
              "E-mail address %s belongs to another lead.".formatted(taken.address())));
    } else if (resolved instanceof Resolved.Erased erased) {
      leadOf.put(one, erased.lead());
      if (one.creates()) {
        refused.put(one, new Done.Erased(erased.name()));
      }
    }
  }

  /** The address that the work says is the lead's. */
  private static @Nullable String told(Work one) {
    return one instanceof Work.MergeProfile merge ? Profiles.email(merge.patch()) : null;
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
    return resolver.claims();
  }
}
