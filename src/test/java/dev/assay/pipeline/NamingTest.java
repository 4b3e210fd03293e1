package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import dev.assay.scoring.step.LeadKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which lead is meant by an address that is said in the same batch. */
@QuarkusTest
class NamingTest {
  private static final Instant AT = Instant.now();

  @Inject WriteBatch write;

  private final String lead = Assay.newLead();
  private final String email = lead + "@example.org";
  private final LeadKey byKey = new LeadKey.Known(lead);
  private final LeadKey byEmail = new LeadKey.Email(email);

  @Test
  void anAddressSaidInABatchNamesTheLeadFromThereOn() {
    List<Done> done = write.write(List.of(says(byKey, email), demo(byEmail), demo(byKey)));

    assertThat(done.get(0))
        .isInstanceOfSatisfying(Done.Accepted.class, is -> assertThat(is.created()).isTrue());
    assertThat(done.get(1))
        .isInstanceOfSatisfying(
            Done.Accepted.class, is -> assertThat(is.lead().lead()).isEqualTo(lead));
    assertThat(done.get(2)).isInstanceOf(Done.Duplicate.class);
  }

  @Test
  void anAddressGoesToTheFirstOfABatchThatSaysIt() {
    for (int run = 0; run < 20; run++) {
      String others = lead + "-" + run + "-";
      String address = run + "-" + email;

      List<Done> done =
          write.write(
              IntStream.range(0, 10)
                  .mapToObj(i -> says(new LeadKey.Known(others + i), address))
                  .toList());

      assertThat(done.get(0)).isInstanceOf(Done.Accepted.class);
      assertThat(done.subList(1, 10)).hasOnlyElementsOfType(Done.Conflict.class);
    }
  }

  @Test
  void onlyOneAnswerSaysCreated() {
    Work nothingNew = new Work.MergeProfile(byKey, "{}");

    assertThat(write.write(List.of(nothingNew, nothingNew)))
        .extracting(one -> ((Done.Accepted) one).created())
        .containsExactly(true, false);
  }

  private static Work says(LeadKey key, String address) {
    return new Work.MergeProfile(key, "{\"email\":\"%s\"}".formatted(address));
  }

  private static Work demo(LeadKey key) {
    return Histories.event(key, 1, "demo_request", "", AT);
  }
}
