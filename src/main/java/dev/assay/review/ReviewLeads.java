package dev.assay.review;

import dev.assay.pipeline.PickLeads;
import dev.assay.pipeline.ReassessLeads;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Assesses leads again whose review is due or that were assessed by other rules. After a time of
 * standstill all that fell due meanwhile is due now, and done.
 */
@ApplicationScoped
class ReviewLeads {
  private static final Logger LOG = Logger.getLogger(ReviewLeads.class);

  private static final String STOPPED = "Review stopped, to go on in a moment: %s";

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
        if (reassess.next(pick) > 0) {
          together(pick);
        }
      }
    } catch (RuntimeException failure) {
      LOG.warnf(STOPPED, failure);
    }
  }

  /**
   * While one thread assesses, the database works for another; but not while events come, which
   * they would leave no processor.
   */
  private void together(PickLeads pick) {
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < reassess.workers(); i++) {
      Thread other =
          new Thread(() -> all(() -> reassess.nextBeside(pick, over::get)), "assay-review-" + i);
      others.add(other);
      other.start();
    }
    try {
      all(() -> reassess.next(pick));
      over.set(true);
      for (Thread other : others) {
        other.join();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void all(IntSupplier next) {
    try {
      int assessed;
      do {
        assessed = next.getAsInt();
      } while (assessed > 0);
    } catch (RuntimeException failure) {
      LOG.warnf(STOPPED, failure);
    }
  }
}
