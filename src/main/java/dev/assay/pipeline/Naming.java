package dev.assay.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
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
  private final IdentityHashMap<Work, String> leadOf = new IdentityHashMap<>();
  private final IdentityHashMap<Work, Done.Conflict> refused = new IdentityHashMap<>();
  private final Map<String, String> claims = new TreeMap<>();
  private final Map<String, String> leadByAlias;

  Naming(Connection connection, List<Work> work) throws SQLException {
    Set<String> names = new TreeSet<>();
    for (Work one : work) {
      names.add(one.key().value());
      String told = told(one);
      if (told != null) {
        names.add(told);
      }
    }
    leadByAlias = Aliases.find(connection, names);
    work.forEach(this::name);
  }

  private void name(Work one) {
    String key = one.key().value();
    boolean byAddress = one.key() instanceof LeadKey.Email;
    String lead = known(key, key);
    leadOf.put(one, lead);
    String told = told(one);
    if (told != null && !known(told, lead).equals(lead)) {
      refused.put(
          one,
          new Done.Conflict(
              lead, "E-mail address %s belongs to lead %s.".formatted(told, known(told, lead))));
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

  private String known(String name, String otherwise) {
    return leadByAlias.getOrDefault(name, claims.getOrDefault(name, otherwise));
  }

  String lead(Work one) {
    return Objects.requireNonNull(leadOf.get(one));
  }

  /** Why the work must not be done; null if it may. */
  Done.@Nullable Conflict refusal(Work one) {
    return refused.get(one);
  }

  /** The addresses that leads must have when the batch is done. */
  Map<String, String> claims() {
    return claims;
  }
}
