package dev.assay.simulation;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import dev.assay.pipeline.GiveWay;
import dev.assay.ruleset.OpenRuleset;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tries a rule set beside the live one on stored leads, in threads and lanes of its own. */
@ApplicationScoped
public class SimulateRuleset {
  private static final Logger LOG = Logger.getLogger(SimulateRuleset.class);

  /** After so long, in nanoseconds, a thread looks whether events wait. */
  private static final long STINT = Duration.ofMillis(5).toNanos();

  private final AgroalDataSource database;
  private final OpenRuleset open;
  private final CurrentRules current;
  private final Simulations simulations;
  private final SimulationConfig config;
  private final GiveWay giveWay;
  private final Clock clock;

  SimulateRuleset(
      AgroalDataSource database,
      OpenRuleset open,
      CurrentRules current,
      Simulations simulations,
      SimulationConfig config,
      GiveWay giveWay,
      Clock clock) {
    this.database = database;
    this.open = open;
    this.current = current;
    this.simulations = simulations;
    this.config = config;
    this.giveWay = giveWay;
    this.clock = clock;
  }

  /**
   * Starts a simulation.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is no such rule set (404), if it
   *     has errors (409), or if another simulation is under way (429)
   */
  public Simulation start(int ruleset, Scope scope) {
    Rows draftRows = new Rows(open.workbook(ruleset));
    Simulation simulation =
        new Simulation(
            UUID.randomUUID().toString(),
            ruleset,
            current.current().number(),
            scope.checked(clock.instant()),
            clock.instant());
    simulations.add(simulation);
    Thread thread = new Thread(() -> run(simulation, draftRows), "assay-simulation");
    prepare(thread);
    thread.start();
    return simulation;
  }

  private void run(Simulation simulation, Rows draftRows) {
    try {
      RuleSet live = open.rules(simulation.live);
      RuleSet draft = open.rules(simulation.ruleset);
      Tally tally = tally(simulation, live, draft);
      List<Change> changes = new ArrayList<>(tally.listed);
      changes.sort(Comparator.comparing(Change::lead));
      Rows liveRows = new Rows(open.workbook(simulation.live));
      simulation.end(
          Report.of(tally, simulation.scope, live.stages(), draft.stages(), liveRows, draftRows),
          changes);
    } catch (SQLException | RuntimeException | Error failure) {
      LOG.errorf(failure, "Simulation %s failed", simulation.id);
      simulation.fail(
          "It stopped: %s. The log says more; start it again.".formatted(failure.getMessage()));
    }
  }

  private Tally tally(Simulation simulation, RuleSet live, RuleSet draft) throws SQLException {
    AtomicLong room = new AtomicLong(config.listed());
    var chunks = new LeadChunks(database, simulation.scope, live.number(), simulation.startedAt);
    simulation.expect(chunks.total());
    TryLead tryLead = new TryLead(live, draft, simulation.scope, simulation.startedAt);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Tally> tallies = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.max(1, config.threads()); i++) {
      Tally tally = new Tally(simulation.scope, live.stages(), draft.stages(), room);
      tallies.add(tally);
      Runnable work =
          () -> {
            try {
              count(simulation, chunks, tryLead, tally, failure);
            } catch (SQLException | RuntimeException | Error stopped) {
              failure.compareAndSet(null, stopped);
            }
          };
      Thread thread = new Thread(work, "assay-simulation-" + i);
      prepare(thread);
      threads.add(thread);
      thread.start();
    }
    threads.forEach(SimulateRuleset::join);
    Throwable stopped = failure.get();
    if (stopped != null) {
      throw new IllegalStateException(stopped.getMessage(), stopped);
    }
    Tally sum = tallies.get(0);
    tallies.subList(1, tallies.size()).forEach(sum::add);
    return sum;
  }

  private void count(
      Simulation simulation,
      LeadChunks chunks,
      TryLead tryLead,
      Tally tally,
      AtomicReference<@Nullable Throwable> failure)
      throws SQLException {
    List<SimulatedLead> leads = chunks.next();
    long begun = System.nanoTime();
    while (!leads.isEmpty()) {
      for (SimulatedLead lead : leads) {
        long worked = System.nanoTime() - begun;
        if (worked > STINT) {
          giveWay.after(worked);
          begun = System.nanoTime();
        }
        if (simulation.cancelled() || failure.get() != null) {
          return;
        }
        if (lead.knownAt(simulation.scope.end())) {
          tally.add(tryLead.of(lead));
        } else {
          tally.addUnknown();
        }
        simulation.advance();
      }
      leads = chunks.next();
    }
  }

  /** Nobody waits for these when the service ends. */
  private static void prepare(Thread thread) {
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
