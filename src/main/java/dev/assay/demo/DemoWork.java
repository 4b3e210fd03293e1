package dev.assay.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.event.EventRejected;
import dev.assay.event.ReadEvent;
import dev.assay.lead.TakeProfiles;
import dev.assay.pipeline.Backfill;
import dev.assay.pipeline.Work;
import dev.assay.scoring.step.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The history of some demo leads, written as if each piece of it had come in at its moment. */
final class DemoWork {
  private final Instant end;
  private final List<String> leads = new ArrayList<>();
  private final List<Backfill.Told> told = new ArrayList<>();

  private DemoWork(Instant end) {
    this.end = end;
  }

  /** The leads of these numbers. */
  static DemoWork of(int from, int to, Instant end) {
    DemoWork work = new DemoWork(end);
    for (int number = from; number < to; number++) {
      SplittableRandom random = DemoLead.random(number);
      DemoLead lead = DemoLead.of(number, end, random);
      work.leads.add(lead.key());
      work.tell(lead.knownFrom(), TakeProfiles.read(lead.key(), lead.profile()));
      for (ObjectNode posted : DemoHistory.of(lead, end, random)) {
        Event event = read(posted, end);
        work.tell(event.occurredAt(), new Work.AppendEvent(event));
      }
    }
    work.told.sort(Comparator.comparing(Backfill.Told::at));
    return work;
  }

  private void tell(Instant at, Work work) {
    told.add(new Backfill.Told(at, work));
  }

  private static Event read(ObjectNode posted, Instant now) {
    try {
      return ReadEvent.read(posted, now, null);
    } catch (EventRejected ofOurs) {
      throw new IllegalStateException(ofOurs);
    }
  }

  void write(Connection connection, Backfill past) throws SQLException {
    past.write(connection, told, leads, end);
  }
}
