package dev.assay.review;

import dev.assay.pipeline.PickLeads;
import dev.assay.pipeline.ReassessLeads;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Assesses leads again whose review is due or that were assessed by other rules. After a time of
 * standstill all that fell due meanwhile is due now, and done.
 */
@ApplicationScoped
class ReviewLeads {
  private static final Logger LOG = Logger.getLogger(ReviewLeads.class);

  private final ReassessLeads reassess;
  private final List<PickLeads> picks;

  ReviewLeads(ReassessLeads reassess) {
    this.reassess = reassess;
    this.picks = List.of(new DueLeads(), new OutdatedLeads());
  }

  @Scheduled(
      every = "${assay.review.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void review() {
    try {
      for (PickLeads pick : picks) {
        int assessed;
        do {
          assessed = reassess.next(pick);
        } while (assessed > 0);
      }
    } catch (RuntimeException failure) {
      LOG.warnf("Review stopped, to go on in a moment: %s", failure);
    }
  }
}
