package dev.assay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.pipeline.Done;
import dev.assay.pipeline.Intake;
import dev.assay.pipeline.IntakeFull;
import dev.assay.pipeline.Work;
import dev.assay.problem.Problems;
import dev.assay.scoring.step.LeadKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes what is known of leads, checked as {@code PUT /v1/leads/{lead}} checks it. */
@ApplicationScoped
public class TakeProfiles {
  static final int LONGEST_KEY = 200;

  private final Intake intake;

  TakeProfiles(Intake intake) {
    this.intake = intake;
  }

  /**
   * Checks what is told of a lead.
   *
   * @param patch a JSON merge patch (RFC 7396)
   * @throws io.quarkiverse.resteasy.problem.HttpProblem with everything that is wrong (400)
   */
  public static Work.MergeProfile read(String lead, @Nullable JsonNode patch) {
    if (lead.isBlank()
        || lead.length() > LONGEST_KEY
        || lead.codePoints().anyMatch(Character::isISOControl)) {
      throw Problems.badRequest(
          "The key of a lead has 1 to %d characters, none of them a control character."
              .formatted(LONGEST_KEY));
    }
    if (patch == null) {
      throw Problems.badRequest("The body is empty; send the fields to set as a JSON object.");
    }
    ReadProfile read = new ReadProfile();
    String normal = read.read(patch).toString();
    if (!read.violations().isEmpty()) {
      throw Problems.invalid(read.violations());
    }
    return new Work.MergeProfile(LeadKey.of(lead.strip()), normal);
  }

  /** The names that fields of a profile have. */
  public static Set<String> fields() {
    return ReadProfile.fields();
  }

  /**
   * Merges them and scores their leads.
   *
   * @return what became of each, in their order, once all is durable
   * @throws IntakeFull if too much is waiting; then nothing was taken
   */
  public CompletableFuture<List<Done>> take(List<Work.MergeProfile> told) {
    List<CompletableFuture<Done>> promises = intake.submit(List.copyOf(told));
    return CompletableFuture.allOf(promises.toArray(CompletableFuture[]::new))
        .thenApply(all -> promises.stream().map(CompletableFuture::join).toList());
  }
}
