package dev.assay.pipeline;

import dev.assay.assessment.Occurrence;
import dev.assay.database.RoundTrip;
import dev.assay.scoring.step.Event;
import dev.assay.scoring.step.Novelty;
import dev.assay.scoring.step.RuleTimeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * The first phase of a batch: appends the events, finds, makes and locks the leads.
 *
 * <p>Whatever takes locks does so in the order of keys, and in the same order of steps: rules,
 * events, leads, new leads, aliases. So transactions wait for each other, but never in a circle.
 */
final class Gather {
  private final Connection connection;
  private final CurrentRules rules;
  private final RuleTimeline timeline;
  private final Instant now;
  private final List<Received> work;
  private final List<Work> pieces;
  private final Map<EventLog.Id, EventLog.Row> events = new HashMap<>();

  Gather(
      Connection connection,
      CurrentRules rules,
      RuleTimeline timeline,
      Instant now,
      List<Received> work) {
    this.connection = connection;
    this.rules = rules;
    this.timeline = timeline;
    this.now = now;
    this.work = work;
    this.pieces = work.stream().map(Received::work).toList();
  }

  /**
   * Gathers all of it.
   *
   * @param mayGuess whether the caller does it all again, without, when a guess was wrong
   * @throws SQLException with the state 40001 if it has to be done again
   */
  Gathered gather(Announcer announcer, boolean mayGuess) throws SQLException {
    RoundTrip trip = new RoundTrip();
    Plans.keep(trip);
    BooleanSupplier outdated = rules.outdated(trip, timeline);
    Naming names =
        mayGuess && Naming.easy(pieces)
            ? Naming.guess(trip, pieces, now)
            : Naming.ask(connection, pieces, now);
    Set<String> leads = new TreeSet<>();
    SortedMap<String, Instant> wanted = new TreeMap<>();
    for (Received one : work) {
      leads.add(names.lead(one.work()));
      if (one.work().creates() && names.refusal(one.work()) == null) {
        wanted.putIfAbsent(names.lead(one.work()), one.at());
      }
    }
    EventLog log = append(trip, names);
    Map<String, LeadRow> rows = LeadRows.lock(trip, leads);
    Announcer.Audience audience = announcer.audience(trip);
    trip.run(connection);
    if (outdated.getAsBoolean()) {
      throw new Again.RulesWentLive();
    }
    if (names.mistaken()) {
      throw Again.because("a name is that of another lead, or of one that was erased");
    }
    IdentityHashMap<Work, Novelty> novelty = novelty(names, log.entries(connection));
    wanted.keySet().removeAll(rows.keySet());
    Set<String> created = wanted.isEmpty() ? new HashSet<>() : create(wanted, rows);
    if (!Aliases.claim(connection, names.claims(), now).equals(names.claims())) {
      throw Again.because("an address was claimed or erased meanwhile");
    }
    Map<String, LeadLog> logs = restore(names, novelty, rows);
    return new Gathered(work, names, novelty, rows, created, logs, audience);
  }

  private EventLog append(RoundTrip trip, Naming names) {
    for (Received one : work) {
      if (one.work() instanceof Work.AppendEvent append && names.refusal(append) == null) {
        events.putIfAbsent(id(append, names), new EventLog.Row(append.event(), one.at()));
      }
    }
    return EventLog.append(trip, events);
  }

  /** Of an event that stands twice in the batch, the first is new at most. */
  @SuppressWarnings("ReferenceEquality") // this very event, and no equal one beside it
  private IdentityHashMap<Work, Novelty> novelty(
      Naming names, Map<EventLog.Id, EventLog.Entry> logged) {
    IdentityHashMap<Work, Novelty> novelty = new IdentityHashMap<>();
    for (Work one : pieces) {
      if (one instanceof Work.AppendEvent append && names.refusal(one) == null) {
        EventLog.Id id = id(append, names);
        EventLog.Entry entry = Objects.requireNonNull(logged.get(id));
        Event first = Objects.requireNonNull(events.get(id)).event();
        boolean appended = first == append.event() && entry.fresh();
        novelty.put(one, Novelty.of(append.event(), appended, entry.digests()));
      }
    }
    return novelty;
  }

  private static EventLog.Id id(Work.AppendEvent append, Naming names) {
    return new EventLog.Id(names.lead(append), append.event().source(), append.event().id());
  }

  /**
   * Creates the leads. Locks are held already, so one that somebody else creates meanwhile cannot
   * be locked in the order of keys any more.
   */
  private Set<String> create(SortedMap<String, Instant> unknown, Map<String, LeadRow> rows)
      throws SQLException {
    Set<String> created = LeadRows.create(connection, unknown);
    if (!created.containsAll(unknown.keySet())) {
      throw Again.because("a lead was created meanwhile");
    }
    if (!Aliases.look(connection, created, now).isEmpty()) {
      throw Again.because("a lead was merged into another or erased meanwhile");
    }
    rows.putAll(LeadRows.lock(connection, created));
    return created;
  }

  /** Takes the snapshots again that are damaged or that the work doubts. */
  private Map<String, LeadLog> restore(
      Naming names, IdentityHashMap<Work, Novelty> novelty, Map<String, LeadRow> rows)
      throws SQLException {
    Set<String> doubtful = new TreeSet<>();
    Set<String> asked = new TreeSet<>();
    rows.values().stream()
        .filter(LeadRow::damaged)
        .forEach(row -> doubtful.add(row.state().lead()));
    for (Work one : pieces) {
      if (one instanceof Work.Reassess again && again.fromLogs()) {
        doubtful.add(names.lead(one));
      } else if (one instanceof Work.Merged) {
        asked.add(names.lead(one));
      }
    }
    doubtful.retainAll(rows.keySet());
    asked.addAll(doubtful);
    if (asked.isEmpty()) {
      return Map.of();
    }
    Map<String, LeadLog> logs = LeadLog.read(connection, asked);
    for (String lead : doubtful) {
      LeadLog log = Objects.requireNonNull(logs.get(lead));
      LeadRow row = Objects.requireNonNull(rows.get(lead));
      rows.put(lead, row.restored(log.without(appended(lead, names, novelty))));
    }
    return logs;
  }

  /** What this batch itself added to the log, and so has still to be stepped through. */
  private Collection<Occurrence> appended(
      String lead, Naming names, IdentityHashMap<Work, Novelty> novelty) {
    List<Occurrence> occurrences = new ArrayList<>();
    for (Work one : pieces) {
      if (novelty.get(one) == Novelty.NEW && names.lead(one).equals(lead)) {
        Event event = ((Work.AppendEvent) one).event();
        occurrences.add(new Occurrence(event.type(), event.subject(), event.occurredAt()));
      }
    }
    return occurrences;
  }
}
