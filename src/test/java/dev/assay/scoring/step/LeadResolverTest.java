package dev.assay.scoring.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.step.LeadResolver.Resolved;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadResolverTest {
  private static final LeadKey ANNA = LeadKey.of("anna");
  private static final LeadKey ADDRESS = LeadKey.of("Anna@example.org");

  @Test
  void aKeyThatNobodyKnowsNamesItself() {
    LeadResolver resolver = resolver(Map.of());

    assertThat(resolver.resolve(ANNA, null, true)).isEqualTo(new Resolved.Named("anna"));
    assertThat(resolver.claims()).isEmpty();
  }

  @Test
  void anAliasNamesItsLead() {
    LeadResolver resolver = resolver(Map.of("anna", "l-1", "anna@example.org", "l-2"));

    assertThat(resolver.resolve(ANNA, null, true)).isEqualTo(new Resolved.Named("l-1"));
    assertThat(resolver.resolve(ADDRESS, null, true)).isEqualTo(new Resolved.Named("l-2"));
    assertThat(resolver.claims()).containsExactly(Map.entry("anna@example.org", "l-2"));
  }

  @Test
  void anAddressThatNobodyHasIsClaimedOnlyByWhatCreatesALead() {
    LeadResolver resolver = resolver(Map.of());

    resolver.resolve(ADDRESS, null, false);
    assertThat(resolver.claims()).isEmpty();

    resolver.resolve(ADDRESS, null, true);
    assertThat(resolver.claims())
        .containsExactly(Map.entry("anna@example.org", "anna@example.org"));
  }

  @Test
  void anAddressThatIsToldNamesTheLeadFromThereOn() {
    LeadResolver resolver = resolver(Map.of());
    resolver.resolve(ANNA, "anna@example.org", true);

    assertThat(resolver.resolve(ADDRESS, null, true)).isEqualTo(new Resolved.Named("anna"));
    assertThat(resolver.resolve(LeadKey.of("bob"), "anna@example.org", true))
        .isEqualTo(new Resolved.AddressTaken("bob", "anna@example.org", "anna"));
    assertThat(resolver.resolve(ANNA, "anna@example.org", true))
        .isEqualTo(new Resolved.Named("anna"));
  }

  @Test
  void anAddressOfAnotherLeadIsNotClaimed() {
    LeadResolver resolver = resolver(Map.of("anna@example.org", "l-2"));

    assertThat(resolver.resolve(ANNA, "anna@example.org", true))
        .isEqualTo(new Resolved.AddressTaken("anna", "anna@example.org", "l-2"));
    assertThat(resolver.claims()).isEmpty();
  }

  @Test
  void anErasedLeadIsNamedAsItWasSaid() {
    LeadResolver resolver =
        new LeadResolver(Map.of(), Set.of("anna", "anna@example.org")::contains);

    assertThat(resolver.resolve(ANNA, "anna@example.org", true))
        .isEqualTo(new Resolved.Erased("anna", "anna"));
    assertThat(resolver.resolve(LeadKey.of("bob"), "anna@example.org", true))
        .isEqualTo(new Resolved.Erased("bob", "anna@example.org"));
    assertThat(resolver.claims()).isEmpty();
  }

  private static LeadResolver resolver(Map<String, String> aliases) {
    return new LeadResolver(aliases, name -> false);
  }
}
