package dev.assay.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.event.EventRejected;
import dev.assay.event.ReadEvent;
import dev.assay.lead.TakeProfiles;
import dev.assay.pipeline.Event;
import dev.assay.pipeline.Work;
import dev.assay.pipeline.WritePast;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The history of some demo leads, written in steps of some days as if it had come in then. */
final class DemoWork {
  private static final Duration STEP = Duration.ofDays(2);
  private static final int STEPS_A_REVIEW = 4;

  private final Instant end;
  private final List<String> leads = new ArrayList<>();
  private final TreeMap<Instant, List<Work>> steps = new TreeMap<>();

  private DemoWork(Instant end) {
    this.end = end;
    for (Instant at = end; at.isAfter(end.minus(DemoLead.PAST)); at = at.minus(STEP)) {
      steps.put(at, new ArrayList<>());
    }
  }

  /** The leads of these numbers. */
  static DemoWork of(int from, int to, Instant end) {
    DemoWork work = new DemoWork(end);
    for (int number = from; number < to; number++) {
      SplittableRandom random = DemoLead.random(number);
      DemoLead lead = DemoLead.of(number, end, random);
      work.leads.add(lead.key());
      work.at(lead.knownFrom()).add(TakeProfiles.read(lead.key(), lead.profile()));
      for (ObjectNode posted : DemoHistory.of(lead, end, random)) {
        Event event = read(posted, end);
        work.at(event.occurredAt()).add(new Work.AppendEvent(event));
      }
    }
    return work;
  }

  private List<Work> at(Instant moment) {
    return steps.ceilingEntry(moment).getValue();
  }

  private static Event read(ObjectNode posted, Instant now) {
    try {
      return ReadEvent.read(posted, now, null);
    } catch (EventRejected ofOurs) {
      throw new IllegalStateException(ofOurs);
    }
  }

  void write(Connection connection, WritePast past) throws SQLException {
    int step = 0;
    for (var each : steps.entrySet()) {
      past.write(connection, each.getKey(), each.getValue());
      if (++step % STEPS_A_REVIEW == 0 || each.getKey().equals(end)) {
        past.review(connection, each.getKey(), leads);
      }
    }
  }
}
