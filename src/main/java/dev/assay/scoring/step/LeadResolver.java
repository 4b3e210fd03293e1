package dev.assay.scoring.step;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which lead is meant by a name, and which e-mail addresses become whose. A name may be an
 * address of the lead or the key of one that was merged into it. An address that nobody has goes to
 * the first that says it.
 */
public final class LeadResolver {
  private final Map<String, String> leadByAlias;
  private final Predicate<String> erased;
  private final SortedMap<String, String> claims = new TreeMap<>();

  /**
   * A resolver for inputs that are written together.
   *
   * @param leadByAlias whose the aliases are that are known already
   * @param erased whether a key or address is that of a lead that was erased lately
   */
  public LeadResolver(Map<String, String> leadByAlias, Predicate<String> erased) {
    this.leadByAlias = leadByAlias;
    this.erased = erased;
  }

  /** Which lead an input is about. */
  public sealed interface Resolved {

    /** This lead. */
    record Named(String lead) implements Resolved {}

    /**
     * A lead that was erased lately and must not come back.
     *
     * @param name the key or address of it that was said
     */
    record Erased(String lead, String name) implements Resolved {}

    /**
     * This lead, but the address that is said to be its own is another's.
     *
     * @param owner the lead that has the address
     */
    record AddressTaken(String lead, String address, String owner) implements Resolved {}
  }

  /**
   * Resolves the names of one input. Inputs are to be asked for in their order, since an address
   * that is claimed by one names its lead from there on.
   *
   * @param told an e-mail address that the input says is the lead's, null for none
   * @param creates whether the lead is created where it is not known
   */
  public Resolved resolve(LeadKey key, @Nullable String told, boolean creates) {
    String name = key.value();
    if (erased.test(name)) {
      return new Resolved.Erased(name, name);
    }
    if (told != null && erased.test(told)) {
      return new Resolved.Erased(name, told);
    }
    String lead = lead(name, name);
    if (told != null) {
      String owner = lead(told, lead);
      if (!owner.equals(lead)) {
        return new Resolved.AddressTaken(lead, told, owner);
      }
      claims.put(told, lead);
    }
    if (key instanceof LeadKey.Email && creates) {
      claims.put(name, lead);
    }
    return new Resolved.Named(lead);
  }

  private String lead(String name, String otherwise) {
    return leadByAlias.getOrDefault(name, claims.getOrDefault(name, otherwise));
  }

  /** The addresses that leads have to have when all is written, with their leads. */
  public SortedMap<String, String> claims() {
    return claims;
  }
}
