package dev.assay.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Keeps work for which nobody waits from disturbing the events. */
@ApplicationScoped
public class GiveWay {
  private static final long A_MOMENT = Duration.ofMillis(1).toNanos();
  private static final long A_WHILE = Duration.ofMillis(20).toNanos();

  private final PipelineConfig.Background config;
  private final Intake intake;

  GiveWay(PipelineConfig config, Intake intake) {
    this.config = config.background();
    this.intake = intake;
  }

  /**
   * Rests until no event waits; but not so long that the work would get less than its share of the
   * time.
   *
   * @param worked how long the work took since the last rest, in nanoseconds
   * @return whether to go on; false when the service is stopping
   */
  public boolean after(long worked) {
    double longest = worked * (1 / config.leastShare() - 1);
    long begun = System.nanoTime();
    while (intake.busy() && !intake.stopping() && System.nanoTime() - begun < longest) {
      LockSupport.parkNanos(A_MOMENT);
    }
    return !intake.stopping();
  }

  /**
   * Rests while events come. For threads beside a first one: that one leaves them a processor, two
   * do not.
   *
   * @param over whether there is nothing left to do
   * @return whether to go on; false when it is over or the service is stopping
   */
  boolean whenQuiet(BooleanSupplier over) {
    while (!over.getAsBoolean() && !intake.stopping()) {
      if (intake.quiet()) {
        return true;
      }
      LockSupport.parkNanos(A_WHILE);
    }
    return false;
  }
}
