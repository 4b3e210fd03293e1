package dev.assay.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.assessment.Assessing;
import dev.assay.pipeline.Done;
import dev.assay.pipeline.Intake;
import dev.assay.pipeline.IntakeFull;
import dev.assay.pipeline.Unavailable;
import dev.assay.pipeline.Work;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import dev.assay.scoring.step.Event;
import dev.assay.tracing.Traceparent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the events of a call, submits the sound ones, and answers for each in order. */
@ApplicationScoped
public class TakeEvents {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Intake intake;
  private final Clock clock;
  private final EventCounters counters;

  TakeEvents(Intake intake, Clock clock, EventCounters counters) {
    this.intake = intake;
    this.clock = clock;
    this.counters = counters;
  }

  /** One event as posted, or what is wrong with it already. */
  interface Posted {
    JsonNode event() throws EventRejected;

    @Nullable String id();
  }

  /**
   * Takes the events.
   *
   * @param outcomes whether the caller may report outcomes; else these alone are refused
   * @return answers in the order of the call, once all that was taken is durable; a problem (503)
   *     if the database is away
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if too much is waiting (429)
   */
  CompletableFuture<List<EventAnswer>> take(List<Posted> posted, boolean outcomes) {
    Instant now = clock.instant();
    String traceparent = Traceparent.current();
    List<Work> work = new ArrayList<>(posted.size());
    List<@Nullable EventAnswer> answers = new ArrayList<>(posted.size());
    List<String> ids = new ArrayList<>(posted.size());
    int told = 0;
    for (Posted one : posted) {
      try {
        Event event = ReadEvent.read(one.event(), now, traceparent);
        if (!outcomes && event.type().equals(Assessing.OUTCOME)) {
          answers.add(EventAnswer.outcomeRefused(event.id()));
          continue;
        }
        work.add(new Work.AppendEvent(event));
        ids.add(event.id());
        answers.add(null);
      } catch (EventRejected rejected) {
        boolean listed = told + rejected.violations().size() <= Violation.MAX_TOLD;
        told += listed ? rejected.violations().size() : 0;
        answers.add(EventAnswer.rejected(one.id(), rejected, listed));
      }
    }
    List<CompletableFuture<Done>> promises = submit(work);
    return CompletableFuture.allOf(promises.toArray(CompletableFuture[]::new))
        .thenApply(all -> inOrder(answers, ids, promises))
        .exceptionally(TakeEvents::refuse);
  }

  /** Takes events as JSON objects, as if one call had posted them; see {@link #take}. */
  public CompletableFuture<List<EventAnswer>> takeAll(
      List<? extends JsonNode> events, boolean outcomes) {
    return take(events.stream().<Posted>map(EventsResource.Parsed::new).toList(), outcomes);
  }

  /**
   * Takes what sales report back about a lead: an event like others.
   *
   * @param lead the key of a lead that is known
   * @return the answer once it is durable, or the problem that keeps it from being so
   */
  public CompletionStage<EventAnswer> takeOutcome(String lead, JsonNode outcome) {
    return take(List.of(new ReadOutcome(lead, outcome)), true)
        .thenApply(all -> all.get(0).orProblem());
  }

  private List<CompletableFuture<Done>> submit(List<Work> work) {
    try {
      return work.isEmpty() ? List.of() : intake.submit(work);
    } catch (IntakeFull full) {
      throw Problems.tooManyRequests(full.getMessage() + " Nothing was taken.", SOON);
    }
  }

  private static List<EventAnswer> refuse(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Unavailable away) {
      throw Problems.unavailable(away.getMessage() + " Repeat the call.", SOON);
    }
    throw new CompletionException(cause);
  }

  private List<EventAnswer> inOrder(
      List<@Nullable EventAnswer> rejected, List<String> ids, List<CompletableFuture<Done>> done) {
    List<EventAnswer> answers = new ArrayList<>(rejected.size());
    int next = 0;
    for (EventAnswer answer : rejected) {
      if (answer == null) {
        answer = EventAnswer.of(ids.get(next), done.get(next).join());
        next++;
      }
      answers.add(answer);
    }
    counters.count(answers);
    return answers;
  }
}
