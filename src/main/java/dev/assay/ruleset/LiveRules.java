package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.database.RoundTrip;
import dev.assay.pipeline.CurrentRules;
import dev.assay.scoring.step.RuleTimeline;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rule set that is live in this process. Whichever process publishes, all follow: each looks
 * every second which publication is the last one.
 *
 * <p>A batch that has begun keeps the rule set it began with; what is retired is free once the last
 * such batch has let go of it.
 */
@ApplicationScoped
class LiveRules implements CurrentRules {
  private static final Logger LOG = Logger.getLogger(LiveRules.class);

  /** Held by whoever publishes, and shared by batches, until the end of the transaction. */
  private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(?)";

  private static final String LAST = "SELECT max(sequence) FROM ruleset_publication";

  private record Live(int publication, PublishedRules timeline) {
    RuleSet rules() {
      return timeline.latest().rules();
    }
  }

  private final Publications publications;
  private final OpenRuleset open;
  private final RulesetCache cache;
  private final AtomicReference<@Nullable Live> live = new AtomicReference<>();
  private volatile @Nullable String problem;

  /** Compiled for a publication that is being made here; null for none. */
  private volatile @Nullable RuleSet prepared;

  /** The last publication that could not be loaded here, so that nobody waits for it. */
  private final AtomicInteger unloadable = new AtomicInteger();

  LiveRules(Publications publications, OpenRuleset open, RulesetCache cache) {
    this.publications = publications;
    this.open = open;
    this.cache = cache;
  }

  @Override
  public RuleSet current() {
    return live().rules();
  }

  @Override
  public RuleTimeline timeline() {
    return live().timeline;
  }

  private Live live() {
    Live now = live.get();
    if (now == null) {
      throw new IllegalStateException("No rule set is live yet.");
    }
    return now;
  }

  @Override
  public BooleanSupplier outdated(RoundTrip trip, RuleTimeline timeline) {
    AtomicInteger last = new AtomicInteger();
    trip.query(
        SHARE,
        (statement, index) -> {
          statement.setLong(index, Publications.LOCK);
          return index + 1;
        },
        row -> {});
    trip.query(LAST, (statement, index) -> index, row -> last.set(row.getInt(1)));
    return () -> last.get() > Math.max(timeline.latest().publication(), unloadable.get());
  }

  @Override
  public void catchUp() {
    follow();
  }

  /** Why a version that was published does not serve here; null if all is well. */
  @Nullable String problem() {
    return problem;
  }

  /**
   * Has rules at hand that are about to be published here: batches hear of a publication as soon as
   * it is committed, and would compile them once more.
   */
  void prepare(RuleSet rules) {
    prepared = rules;
  }

  /** They serve, or were not published after all. */
  void forgetPrepared() {
    prepared = null;
  }

  /** Makes rules serve at once, unless what serves was published after them. */
  void serve(Publication publication, RuleSet rules) throws SQLException {
    Live next =
        new Live(
            publication.sequence(),
            new PublishedRules(publications.all(), publication, rules, cache));
    Live before =
        live.getAndAccumulate(
            next, (held, given) -> held == null || newer(given, held) ? given : held);
    if (before == null || newer(next, before)) {
      problem = null;
      if (before != null) {
        cache.keep(before.rules().number(), before.rules());
      }
      LOG.infof("Rule set %d is live", rules.number());
    }
  }

  @SuppressWarnings("NullAway") // accumulate never passes null for what is given
  private static boolean newer(@Nullable Live given, Live held) {
    return given.publication > held.publication;
  }

  @Scheduled(
      every = "${assay.rules.follow-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  synchronized void follow() {
    Publication last;
    try {
      last = publications.last();
    } catch (SQLException | RuntimeException away) {
      LOG.debug("Could not look which rule set is live", away);
      return;
    }
    Live now = live.get();
    if (last == null || (now != null && now.publication >= last.sequence())) {
      return;
    }
    try {
      RuleSet ready = prepared;
      if (ready == null || ready.number() != last.ruleset()) {
        ready = open.rules(last.ruleset());
      }
      serve(last, ready);
    } catch (SQLException | RuntimeException | LinkageError failure) {
      if (!(failure instanceof SQLException)) {
        unloadable.accumulateAndGet(last.sequence(), Math::max);
      }
      String said =
          "Rule set %d was published but cannot be loaded here: %s"
              .formatted(last.ruleset(), failure);
      if (!said.equals(problem)) {
        LOG.error(said, failure);
      }
      problem = said;
    }
  }
}
