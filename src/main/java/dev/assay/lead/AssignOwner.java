package dev.assay.lead;

import dev.assay.pipeline.Done;
import dev.assay.pipeline.Intake;
import dev.assay.pipeline.IntakeFull;
import dev.assay.pipeline.Work;
import dev.assay.problem.Problems;
import dev.assay.scoring.step.LeadKey;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** Gives a lead to an owner, who then stays whatever the rules would choose. */
@ApplicationScoped
public class AssignOwner {
  private final Intake intake;

  AssignOwner(Intake intake) {
    this.intake = intake;
  }

  /**
   * Assigns; again changes nothing.
   *
   * @param lead its key or e-mail address
   * @param key id of the API key with which it is done
   * @return the lead as it then stands; or the problem (404, 503) that keeps it from being done
   * @throws HttpProblem if too much is waiting (429) or there can be no such lead (404)
   */
  public CompletionStage<Done.LeadState> assign(String lead, String owner, String key) {
    if (lead.indexOf(0) >= 0) {
      throw LeadsResource.unknown(lead);
    }
    try {
      return intake
          .submit(new Work.AssignOwner(LeadKey.of(lead.strip()), owner.strip(), key))
          .exceptionally(LeadsResource::refuse)
          .thenApply(done -> LeadsResource.state(lead, done));
    } catch (IntakeFull full) {
      throw Problems.tooManyRequests(full.getMessage() + " Nothing was taken.", LeadsResource.SOON);
    }
  }
}
