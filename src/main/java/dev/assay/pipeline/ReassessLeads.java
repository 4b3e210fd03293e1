package dev.assay.pipeline;

import dev.assay.scoring.step.LeadKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Assesses leads again for which nobody waits, beside the intake and after it. */
@ApplicationScoped
public class ReassessLeads {
  private final PipelineConfig.Background config;
  private final WriteBatch write;
  private final GiveWay giveWay;

  ReassessLeads(PipelineConfig config, WriteBatch write, GiveWay giveWay) {
    this.config = config.background();
    this.write = write;
    this.giveWay = giveWay;
  }

  /** Threads that may do so at once while no events come. */
  public int workers() {
    return config.workers();
  }

  /**
   * Assesses one batch of leads in a transaction of its own. Returns after a rest if events wait,
   * so that it may be called in a loop.
   *
   * @return how many were assessed; 0 when nothing is left to do or the service is stopping
   * @throws Unavailable if the database is away
   */
  public int next(PickLeads pick) {
    long begun = System.nanoTime();
    int assessed = write.reassess(pick, config.batchSize());
    return giveWay.after(System.nanoTime() - begun) ? assessed : 0;
  }

  /**
   * The same beside a thread that does it already, once no events come.
   *
   * @param over whether that one has found nothing left to do
   * @return how many were assessed; 0 when it is over or the service is stopping
   * @throws Unavailable if the database is away
   */
  public int nextBeside(PickLeads pick, BooleanSupplier over) {
    return giveWay.whenQuiet(over) ? next(pick) : 0;
  }

  /**
   * Takes the snapshots of these leads again from the logs and assesses them.
   *
   * @return those with which it could be done
   * @throws Unavailable if the database is away
   */
  public Set<String> fromLogs(Collection<String> leads) {
    List<String> all = List.copyOf(leads);
    List<Work> work = new ArrayList<>();
    all.forEach(lead -> work.add(new Work.Reassess(new LeadKey.Known(lead), true)));
    List<Done> done = write.write(work);
    Set<String> restored = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (done.get(i) instanceof Done.Accepted) {
        restored.add(all.get(i));
      }
    }
    return restored;
  }
}
