package dev.assay.pipeline;

import dev.assay.assessment.Occurrence;
import dev.assay.assessment.RuleSet;
import dev.assay.database.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The work of one transaction: append events, lock and load their leads, fold, assess each lead
 * once, write what changed.
 *
 * <p>Whatever takes locks does so in the order of keys, and in the same order of steps: events,
 * leads, new leads, aliases. So transactions wait for each other, but never in a circle.
 */
final class Batch {
  private final Connection connection;
  private final RuleSet rules;
  private final boolean announceRules;
  private final Instant now;
  private final boolean mayGuess;
  private final Map<EventLog.Id, Event> events = new HashMap<>();
  private final Changes changes = new Changes();
  private Map<EventLog.Id, EventLog.Entry> logged = Map.of();
  private boolean toSend;

  /**
   * @param announceRules whether changes that come of new rules alone are announced
   * @param mayGuess whether the caller does it all again, without, when a guess was wrong
   */
  Batch(
      Connection connection, RuleSet rules, boolean announceRules, Instant now, boolean mayGuess) {
    this.connection = connection;
    this.rules = rules;
    this.announceRules = announceRules;
    this.now = now;
    this.mayGuess = mayGuess;
  }

  /**
   * Does the work.
   *
   * @param last takes the rows that have to be written before the commit
   * @return answers in the order of the work, true once it is committed
   */
  List<Done> run(List<Work> work, Announcer announcer, RoundTrip last) throws SQLException {
    if (work.isEmpty()) {
      return List.of();
    }
    RoundTrip trip = new RoundTrip();
    Plans.keep(trip);
    Naming names =
        mayGuess && Naming.easy(work)
            ? Naming.guess(trip, work, now)
            : Naming.ask(connection, work, now);
    Set<String> leads = new TreeSet<>();
    Set<String> wanted = new TreeSet<>();
    for (Work one : work) {
      leads.add(names.lead(one));
      if (one.creates() && names.refusal(one) == null) {
        wanted.add(names.lead(one));
      }
    }
    EventLog log = append(trip, work, names);
    Map<String, LeadRow> rows = LeadRows.lock(trip, leads);
    Announcer.Audience audience = announcer.audience(trip);
    trip.run(connection);
    if (names.mistaken()) {
      throw again("a name is that of another lead, or of one that was erased");
    }
    logged = log.entries(connection);
    wanted.removeAll(rows.keySet());
    Set<String> created = wanted.isEmpty() ? new HashSet<>() : create(wanted, rows);
    if (!Aliases.claim(connection, names.claims(), now).equals(names.claims())) {
      throw again("an address was claimed or erased meanwhile");
    }
    restore(work, names, rows);
    Set<String> touched = fold(work, names, rows);
    List<LeadRow> stored = touched.stream().map(rows::get).map(Objects::requireNonNull).toList();
    announce(audience, rows);
    if (!stored.isEmpty()) {
      LeadRows.store(last, stored);
      changes.store(last);
    }
    return work.stream().map(one -> answer(one, names, rows, created)).toList();
  }

  /**
   * Creates the leads. Locks are held already, so one that somebody else creates meanwhile cannot
   * be locked in the order of keys any more.
   */
  private Set<String> create(Set<String> unknown, Map<String, LeadRow> rows) throws SQLException {
    Set<String> created = LeadRows.create(connection, unknown, now);
    if (!created.containsAll(unknown)) {
      throw again("a lead was created meanwhile");
    }
    if (!Aliases.look(connection, created, now).isEmpty()) {
      throw again("a lead was merged into another or erased meanwhile");
    }
    rows.putAll(LeadRows.lock(connection, created));
    return created;
  }

  /**
   * Before the rows are stored, which count the messages about their leads. Messages that went
   * together with the rows made large batches a tenth slower.
   */
  private void announce(Announcer.Audience audience, Map<String, LeadRow> rows)
      throws SQLException {
    if (changes.announced.isEmpty()) {
      return;
    }
    Announcer.Announced written = audience.announce(connection, changes.announced);
    for (int i = 0; i < changes.announced.size(); i++) {
      LeadRow row = Objects.requireNonNull(rows.get(changes.announced.get(i).lead()));
      row.messages += written.messages().get(i);
    }
    toSend = written.toSend();
  }

  /** Whether there are messages to send. */
  boolean toSend() {
    return toSend;
  }

  /** In the order in which they were decided. */
  List<StageChange> stageChanges() {
    return changes.stages;
  }

  private EventLog append(RoundTrip trip, List<Work> work, Naming names) {
    for (Work one : work) {
      if (one instanceof Work.AppendEvent append && names.refusal(one) == null) {
        events.putIfAbsent(id(append, names), append.event());
      }
    }
    return EventLog.append(trip, events, now);
  }

  /** Takes the snapshots again that are damaged or that the work doubts. */
  private void restore(List<Work> work, Naming names, Map<String, LeadRow> rows)
      throws SQLException {
    for (Work one : work) {
      LeadRow row = rows.get(names.lead(one));
      boolean doubts =
          one instanceof Work.Merged || one instanceof Work.Reassess again && again.fromLogs();
      if (row != null && doubts) {
        row.doubtful = true;
      }
    }
    List<LeadRow> doubtful = rows.values().stream().filter(row -> row.doubtful).toList();
    if (!doubtful.isEmpty()) {
      Map<String, LeadLog> logs =
          LeadLog.read(connection, doubtful.stream().map(row -> row.lead).toList());
      doubtful.forEach(row -> row.restore(Objects.requireNonNull(logs.get(row.lead))));
    }
  }

  /** Puts events and patches into the rows and assesses each lead once. */
  private Set<String> fold(List<Work> work, Naming names, Map<String, LeadRow> rows) {
    Map<String, List<Occurrence>> occurrences = new HashMap<>();
    Map<String, @Nullable Event> touched = new LinkedHashMap<>();
    Set<String> active = new HashSet<>();
    for (Work one : work) {
      LeadRow row = rows.get(names.lead(one));
      if (row == null || names.refusal(one) != null) {
        continue;
      }
      if (one.key() instanceof LeadKey.Email email && row.fresh()) {
        patch(row, Profiles.withEmail(email.value()));
      }
      if (one instanceof Work.AppendEvent append) {
        Event event = append.event();
        if (appended(append, names)) {
          occurrences
              .computeIfAbsent(row.lead, lead -> new ArrayList<>())
              .add(new Occurrence(event.type(), event.subject(), event.occurredAt()));
          touched.put(row.lead, event);
          active.add(row.lead);
        }
      } else {
        touched.putIfAbsent(row.lead, null);
        if (one instanceof Work.MergeProfile merge) {
          patch(row, merge.patch());
          active.add(row.lead);
        } else if (one instanceof Work.AssignOwner assign) {
          assign(row, assign.owner(), assign.by());
          active.add(row.lead);
        } else if (one instanceof Work.Merged merged) {
          row.mergedStage = merged.stage();
          if (row.owner == null && merged.owner() != null) {
            assign(row, merged.owner(), merged.by());
          }
          active.add(row.lead);
        }
      }
    }
    AssessRow assess = new AssessRow(rules, announceRules, now, changes);
    touched.forEach(
        (lead, cause) -> {
          LeadRow row = Objects.requireNonNull(rows.get(lead));
          List<Occurrence> added = occurrences.get(lead);
          if (added != null && !row.doubtful) { // else they are among those taken from the log
            row.activities.add(added);
          }
          assess.assess(row, cause, active.contains(lead));
        });
    return touched.keySet();
  }

  private void patch(LeadRow row, String patch) {
    String merged = Profiles.merge(row.profile, patch);
    if (!Profiles.same(row.profile, merged)) {
      row.profile = merged;
      changes.profiles.add(new Changes.ProfileChange(row.lead, ++row.profileChanges, now, patch));
    }
  }

  private void assign(LeadRow row, String owner, String by) {
    if (!owner.equals(row.owner)) {
      changes.owners.add(
          new Changes.OwnerChange(row.lead, now, row.owner, owner, row.stageChanges, by));
      row.owner = owner;
    }
  }

  /**
   * @param created leads that are new and that no answer has called so yet
   */
  private Done answer(Work one, Naming names, Map<String, LeadRow> rows, Set<String> created) {
    Done refusal = names.refusal(one);
    if (refusal != null) {
      return refusal;
    }
    LeadRow row = rows.get(names.lead(one));
    if (row == null) {
      return new Done.Unknown(names.lead(one));
    }
    if (one instanceof Work.AppendEvent append && !appended(append, names)) {
      Event event = append.event();
      return Objects.requireNonNull(logged.get(id(append, names))).holds(event)
          ? new Done.Duplicate(row.state())
          : new Done.Conflict(
              row.lead,
              "Event %s of source %s was stored before with other content."
                  .formatted(event.id(), event.source()));
    }
    return new Done.Accepted(row.state(), created.remove(row.lead));
  }

  /** Whether it was this very event that went into the log, and no other or equal one beside it. */
  @SuppressWarnings("ReferenceEquality")
  private boolean appended(Work.AppendEvent append, Naming names) {
    EventLog.Id id = id(append, names);
    return events.get(id) == append.event() && Objects.requireNonNull(logged.get(id)).fresh();
  }

  private static EventLog.Id id(Work.AppendEvent append, Naming names) {
    return new EventLog.Id(names.lead(append), append.event().source(), append.event().id());
  }

  /** Tells the caller to do the whole batch again: what it began with has changed. */
  static SQLException again(String why) {
    return new SQLException(why, "40001");
  }
}
