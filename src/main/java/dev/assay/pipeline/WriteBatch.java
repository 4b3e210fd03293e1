package dev.assay.pipeline;

import dev.assay.database.DatabaseAway;
import dev.assay.logging.LogFields;
import dev.assay.logging.WithoutMessage;
import dev.assay.scoring.step.LeadKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs batches in transactions, and keeps one bad piece of work from spoiling those beside it. */
@ApplicationScoped
public class WriteBatch {
  private static final Logger LOG = Logger.getLogger(WriteBatch.class);

  private final BatchTransaction transaction;
  private final CurrentRules rules;
  private final Clock clock;

  WriteBatch(
      AgroalDataSource database,
      CurrentRules rules,
      Announcer announcer,
      Clock clock,
      PipelineMeters meters) {
    this.transaction = new BatchTransaction(database, rules, announcer, clock, meters);
    this.rules = rules;
    this.clock = clock;
  }

  /** Does what comes together now; see {@link #writeReceived}. */
  List<Done> write(List<Work> work) {
    return writeReceived(Received.together(work, clock.instant()));
  }

  /**
   * Does the work in one transaction, or, if something in it cannot be stored, call by call.
   *
   * @return what became of it, in the same order; all of it is durable
   * @throws Unavailable if the database is away
   */
  List<Done> writeReceived(List<Received> work) {
    try {
      return transaction.run(rules::timeline, batch -> work);
    } catch (SQLException | RuntimeException refusal) {
      throwIfAway(refusal);
      return work.size() == 1 ? List.of(setAside(work.get(0), refusal)) : apart(work);
    }
  }

  /** What one call says of one lead stays together if it can, as it does where all is well. */
  private List<Done> apart(List<Received> work) {
    Map<Object, List<Integer>> parts = new LinkedHashMap<>();
    for (int i = 0; i < work.size(); i++) {
      Received one = work.get(i);
      parts
          .computeIfAbsent(List.of(one.call(), one.work().key()), part -> new ArrayList<>())
          .add(i);
    }
    @Nullable Done[] done = new Done[work.size()];
    for (List<Integer> part : parts.values()) {
      List<List<Integer>> pieces =
          parts.size() > 1 ? List.of(part) : part.stream().map(List::of).toList();
      for (List<Integer> piece : pieces) {
        List<Done> answers = writeReceived(piece.stream().map(work::get).toList());
        for (int i = 0; i < piece.size(); i++) {
          done[piece.get(i)] = answers.get(i);
        }
      }
    }
    return Arrays.stream(done).map(Objects::requireNonNull).toList();
  }

  /**
   * Picks leads and does what fell due of them in the same transaction, or, if one of them cannot
   * be stored, one by one.
   *
   * @return how many were picked
   * @throws Unavailable if the database is away
   */
  int reassess(PickLeads pick, int most) {
    List<Received> picked = new ArrayList<>();
    try {
      return transaction
          .run(
              rules::timeline,
              batch -> {
                picked.clear();
                int publication = batch.timeline().latest().publication();
                for (String lead : pick.pick(batch.connection(), batch.now(), publication, most)) {
                  picked.add(dueWork(lead, batch.now()));
                }
                return picked;
              })
          .size();
    } catch (SQLException | RuntimeException refusal) {
      throwIfAway(refusal);
      LOG.debug("one by one", new WithoutMessage(refusal));
      return (int)
          picked.stream()
              .filter(one -> writeReceived(List.of(one)).get(0) instanceof Done.Accepted)
              .count();
    }
  }

  static Received dueWork(String lead, Instant now) {
    return Received.alone(new Work.Reassess(new LeadKey.Known(lead)), now);
  }

  /**
   * Does a single piece of work that is found out in its transaction.
   *
   * @throws Unavailable if the database is away
   */
  Done one(BatchTransaction.Choice choice) {
    try {
      return transaction.run(rules::timeline, choice).get(0);
    } catch (SQLException refusal) {
      throwIfAway(refusal);
      if (BatchTransaction.passing(refusal)) {
        throw new Unavailable("Too many write to one of the leads.", refusal);
      }
      throw new IllegalStateException(refusal);
    }
  }

  private static void throwIfAway(Exception refusal) {
    if (refusal instanceof Unavailable unavailable) {
      throw unavailable;
    }
    if (DatabaseAway.is(refusal)) {
      LOG.warnf("The database is away: %s", refusal.getMessage());
      throw new Unavailable("The database is away.", refusal);
    }
  }

  /** Tries again without the assessment: it may be that, and not the work, which is refused. */
  private Done setAside(Received received, Exception refusal) {
    Work work = received.work();
    String lead = work.key().value();
    if (refusal instanceof SQLException sql && BatchTransaction.passing(sql)) {
      throw new Unavailable("Too many write to one of the leads.", refusal);
    }
    try (LogFields fields = LogFields.lead(lead)) {
      if (work instanceof Work.AppendEvent append) {
        fields.and("event", append.event().id()).and("source", append.event().source());
      }
      LOG.errorf(new WithoutMessage(refusal), "Work for lead %s failed", LogFields.shown(lead));
    }
    String reason = "The assessment could not be stored: " + refusal.getMessage();
    try {
      return transaction
          .run(() -> rules.timeline().withoutAssessment(reason), batch -> List.of(received))
          .get(0);
    } catch (SQLException | RuntimeException again) {
      throwIfAway(again);
      return new Done.Failed("It could not be stored; the reason is in the log.");
    }
  }
}
