package dev.assay.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Assesses leads again for which nobody waits, beside the intake and after it: while events wait,
 * it rests.
 */
@ApplicationScoped
public class ReassessLeads {
  private static final long A_MOMENT = Duration.ofMillis(1).toNanos();

  private final PipelineConfig.Background config;
  private final WriteBatch write;
  private final Intake intake;

  ReassessLeads(PipelineConfig config, WriteBatch write, Intake intake) {
    this.config = config.background();
    this.write = write;
    this.intake = intake;
  }

  /**
   * Assesses one batch of leads in a transaction of its own. Returns after a rest if events wait,
   * so that it may be called in a loop.
   *
   * @return how many were assessed; 0 when nothing is left to do or the service is stopping
   * @throws Unavailable if the database is away
   */
  public int next(PickLeads pick) {
    if (intake.stopping()) {
      return 0;
    }
    long begun = System.nanoTime();
    int assessed = write.reassess(pick, config.batchSize());
    giveWay(System.nanoTime() - begun);
    return assessed;
  }

  /** Rests until no event waits; but not so long that it would get less than its share. */
  private void giveWay(long worked) {
    double longest = worked * (1 / config.leastShare() - 1);
    long begun = System.nanoTime();
    while (intake.busy() && !intake.stopping() && System.nanoTime() - begun < longest) {
      LockSupport.parkNanos(A_MOMENT);
    }
  }
}
