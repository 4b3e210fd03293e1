package dev.assay.pipeline;

import dev.assay.assessment.Occurrence;
import dev.assay.assessment.RuleSet;
import dev.assay.pipeline.EventLog.Answer;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The work of one transaction: append events, lock and load their leads, fold, assess each lead
 * once, write what changed.
 *
 * <p>Whatever takes locks does so in the order of keys, and in the same order of steps: events, new
 * leads, leads, aliases. So transactions wait for each other, but never in a circle.
 */
final class Batch {
  private final Connection connection;
  private final RuleSet rules;
  private final Instant now;
  private final Map<Work, String> leadOf = new IdentityHashMap<>();
  private final Map<String, String> claims = new TreeMap<>();
  private final Map<Work, Done> refused = new IdentityHashMap<>();
  private Map<String, String> ownerOf = Map.of();
  private Map<EventLog.Id, Answer> logged = Map.of();
  private final Map<EventLog.Id, Event> events = new HashMap<>();
  private final Changes changes = new Changes();

  Batch(Connection connection, RuleSet rules, Instant now) {
    this.connection = connection;
    this.rules = rules;
    this.now = now;
  }

  /** Does the work, except for the commit. Answers stand in the order of the work. */
  List<Done> run(List<Work> work, StageAnnouncer announcer) throws SQLException {
    resolve(work);
    append(work);
    Set<String> leads = new TreeSet<>();
    Set<String> wanted = new TreeSet<>();
    for (Work one : work) {
      leads.add(lead(one));
      if (!(one instanceof Work.Reassess) && !refused.containsKey(one)) {
        wanted.add(lead(one));
      }
    }
    Set<String> created = wanted.isEmpty() ? Set.of() : LeadRows.create(connection, wanted, now);
    Map<String, LeadRow> rows = LeadRows.lock(connection, leads);
    if (!Aliases.claim(connection, claims).equals(claims)) {
      throw new SQLException("an address was claimed meanwhile", SERIALIZATION_FAILURE);
    }
    Set<String> touched = fold(work, rows, created);
    List<LeadRow> stored = touched.stream().map(rows::get).map(Objects::requireNonNull).toList();
    if (!stored.isEmpty()) {
      LeadRows.store(connection, stored);
      changes.store(connection);
    }
    if (!changes.stages.isEmpty()) {
      announcer.announce(connection, changes.stages);
    }
    return work.stream().map(one -> answer(one, rows, created)).toList();
  }

  /** Whether stage changes were announced. */
  boolean announced() {
    return !changes.stages.isEmpty();
  }

  /** Finds out which lead each piece of work is about, and which addresses it would claim. */
  private void resolve(List<Work> work) throws SQLException {
    Set<String> addresses = new TreeSet<>();
    Map<Work, String> patched = new IdentityHashMap<>();
    for (Work one : work) {
      if (one.key() instanceof LeadKey.Email email) {
        addresses.add(email.value());
      }
      String address =
          one instanceof Work.MergeProfile merge ? Profiles.email(merge.patch()) : null;
      if (address != null) {
        addresses.add(address);
        patched.put(one, address);
      }
    }
    ownerOf = addresses.isEmpty() ? Map.of() : Aliases.find(connection, addresses);
    for (Work one : work) {
      String key = one.key().value();
      leadOf.put(one, one.key() instanceof LeadKey.Email ? ownerOf.getOrDefault(key, key) : key);
      if (one.key() instanceof LeadKey.Email && !(one instanceof Work.Reassess)) {
        claims.putIfAbsent(key, lead(one));
      }
    }
    patched.forEach(this::claim);
  }

  private void claim(Work one, String address) {
    String owner = ownerOf.getOrDefault(address, claims.getOrDefault(address, lead(one)));
    if (owner.equals(lead(one))) {
      claims.put(address, owner);
    } else {
      refused.put(
          one,
          new Done.Conflict(
              lead(one), "E-mail address %s belongs to lead %s.".formatted(address, owner)));
    }
  }

  private void append(List<Work> work) throws SQLException {
    for (Work one : work) {
      if (one instanceof Work.AppendEvent append) {
        events.putIfAbsent(id(append), append.event());
      }
    }
    if (!events.isEmpty()) {
      logged = EventLog.append(connection, events, now);
    }
  }

  /** Puts events and patches into the rows and assesses each lead once. */
  private Set<String> fold(List<Work> work, Map<String, LeadRow> rows, Set<String> created) {
    Map<String, List<Occurrence>> occurrences = new HashMap<>();
    Map<String, @Nullable Event> touched = new LinkedHashMap<>();
    for (Work one : work) {
      LeadRow row = rows.get(lead(one));
      if (row == null || refused.containsKey(one)) {
        continue;
      }
      if (one instanceof Work.AppendEvent append) {
        Event event = append.event();
        if (events.get(id(append)) == event && logged.get(id(append)) == Answer.APPENDED) {
          occurrences
              .computeIfAbsent(row.lead, lead -> new ArrayList<>())
              .add(new Occurrence(event.type(), event.subject(), event.occurredAt()));
          touched.put(row.lead, event);
        }
      } else {
        touched.putIfAbsent(row.lead, null);
        if (one instanceof Work.MergeProfile merge) {
          patch(row, merge.patch());
        }
      }
      if (created.contains(row.lead) && one.key() instanceof LeadKey.Email email) {
        patch(row, Profiles.withEmail(email.value()));
      }
    }
    AssessRow assess = new AssessRow(rules, now, changes);
    touched.forEach(
        (lead, cause) -> {
          LeadRow row = Objects.requireNonNull(rows.get(lead));
          row.activities = row.activities.with(occurrences.getOrDefault(lead, List.of()));
          assess.assess(row, cause);
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

  private Done answer(Work one, Map<String, LeadRow> rows, Set<String> created) {
    LeadRow row = rows.get(lead(one));
    if (refused.containsKey(one)) {
      return Objects.requireNonNull(refused.get(one));
    }
    if (row == null) {
      return new Done.Failed("Lead %s is not known.".formatted(lead(one)));
    }
    if (one instanceof Work.AppendEvent append) {
      Answer answer = Objects.requireNonNull(logged.get(id(append)));
      Event first = Objects.requireNonNull(events.get(id(append)));
      if (first != append.event() && answer == Answer.APPENDED) {
        answer = same(first, append.event()) ? Answer.DUPLICATE : Answer.CONFLICT;
      } else if (answer == Answer.DUPLICATE && !same(first, append.event())) {
        answer = Answer.CONFLICT;
      }
      switch (answer) {
        case DUPLICATE -> {
          return new Done.Duplicate(row.state());
        }
        case CONFLICT -> {
          return new Done.Conflict(
              row.lead,
              "Event %s of source %s was stored before with other content."
                  .formatted(first.id(), first.source()));
        }
        case APPENDED -> {}
      }
    }
    return new Done.Accepted(row.state(), created.contains(row.lead));
  }

  private static boolean same(Event one, Event other) {
    return ByteBuffer.wrap(one.digest()).equals(ByteBuffer.wrap(other.digest()));
  }

  private EventLog.Id id(Work.AppendEvent append) {
    return new EventLog.Id(lead(append), append.event().source(), append.event().id());
  }

  private String lead(Work one) {
    return Objects.requireNonNull(leadOf.get(one));
  }

  /** Tells the caller to do the whole batch again. */
  static final String SERIALIZATION_FAILURE = "40001";
}
