package dev.assay.lead;

import dev.assay.pipeline.Done;
import dev.assay.pipeline.MergeLeads;
import dev.assay.pipeline.Unavailable;
import dev.assay.problem.Problems;
import dev.assay.scoring.step.LeadKey;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes one lead of two that turned out to be one person. */
@ApplicationScoped
public class JoinLeads {
  private final MergeLeads merge;

  JoinLeads(MergeLeads merge) {
    this.merge = merge;
  }

  /**
   * Makes the other part of the lead; each is named by key or e-mail address.
   *
   * @param by id of the API key with which it is done
   * @return where the lead stands then
   */
  public Done.LeadState join(String lead, String other, String by) {
    if (lead.indexOf(0) >= 0) {
      throw LeadsResource.unknown(lead);
    }
    LeadKey into = LeadKey.of(lead.strip());
    LeadKey from = LeadKey.of(other.strip());
    if (into.equals(from)) {
      throw Problems.badRequest(
          "A lead cannot be merged into itself; from must name another lead than the path does.");
    }
    try {
      Done done = merge.merge(into, from, by);
      boolean unknownOther =
          done instanceof Done.Unknown unknown && unknown.lead().equals(from.value());
      return LeadsResource.state(unknownOther ? other : lead, done);
    } catch (Unavailable away) {
      throw Problems.unavailable(away.getMessage() + " Repeat the call.", LeadsResource.SOON);
    }
  }
}
