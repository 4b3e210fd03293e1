package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.CurrentRules;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

  private record Live(int publication, boolean announce, RuleSet rules) {}

  private final Publications publications;
  private final OpenRuleset open;
  private final AtomicReference<@Nullable Live> live = new AtomicReference<>();
  private volatile @Nullable String problem;

  LiveRules(Publications publications, OpenRuleset open) {
    this.publications = publications;
    this.open = open;
  }

  @Override
  public RuleSet current() {
    Live now = live.get();
    if (now == null) {
      throw new IllegalStateException("No rule set is live yet.");
    }
    return now.rules;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // of these very rules, not of their like
  public boolean announces(RuleSet rules) {
    Live now = live.get();
    return now != null && now.rules == rules && now.announce;
  }

  /** Why a version that was published does not serve here; null if all is well. */
  @Nullable String problem() {
    return problem;
  }

  /** Makes rules serve at once, unless what serves was published after them. */
  void serve(Publication publication, RuleSet rules) {
    Live next = new Live(publication.sequence(), publication.announce(), rules);
    Live now =
        live.accumulateAndGet(
            next, (held, given) -> held == null || newer(given, held) ? given : held);
    if (Objects.equals(now, next)) {
      problem = null;
      LOG.infof("Rule set %d is live", rules.number());
    }
  }

  @SuppressWarnings("NullAway") // accumulateAndGet never passes null for what is given
  private static boolean newer(@Nullable Live given, Live held) {
    return given.publication > held.publication;
  }

  @Scheduled(
      every = "${assay.rules.follow-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void follow() {
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
      serve(last, open.rules(last.ruleset()));
    } catch (RuntimeException | LinkageError failure) {
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
