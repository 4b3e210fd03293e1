package dev.assay.pipeline;

import dev.assay.assessment.RuleFailure;
import dev.assay.database.RoundTrip;
import dev.assay.logging.LogFields;
import dev.assay.logging.WithoutMessage;
import dev.assay.scoring.step.Change;
import dev.assay.scoring.step.LeadChanged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The last phase of a batch: writes what was decided. */
final class WriteStepped {
  private static final Logger LOG = Logger.getLogger(WriteStepped.class);

  private WriteStepped() {}

  /**
   * Writes messages now, and adds the rest to a round trip. Messages that went together with the
   * rows made large batches a tenth slower (docs/performance.md).
   */
  static Written write(Connection connection, Stepped stepped, RoundTrip last) throws SQLException {
    Changes.of(Change.AssessmentFailed.class, stepped.changes()).forEach(WriteStepped::log);
    List<LeadChanged> announced =
        Changes.of(Change.Announced.class, stepped.changes()).stream()
            .map(Change.Announced::change)
            .toList();
    Map<String, Integer> messages = new HashMap<>();
    boolean toSend = false;
    if (!announced.isEmpty()) {
      Announcer.Announced written = stepped.audience().announce(connection, announced);
      toSend = written.toSend();
      for (int i = 0; i < announced.size(); i++) {
        messages.merge(announced.get(i).lead(), written.messages().get(i), Integer::sum);
      }
    }
    if (!stepped.leads().isEmpty()) {
      LeadRows.store(
          last,
          stepped.leads().stream()
              .map(lead -> lead.withMessages(messages.getOrDefault(lead.after().lead(), 0)))
              .toList());
      Changes.store(last, stepped.changes());
    }
    return new Written(
        stepped.answers(), Changes.of(Change.StageChanged.class, stepped.changes()), toSend);
  }

  private static void log(Change.AssessmentFailed failed) {
    RuntimeException failure = failed.failure();
    try (LogFields fields = LogFields.lead(failed.lead())) {
      if (failed.cause() != null) {
        fields.and("event", failed.cause().id()).and("source", failed.cause().source());
      }
      LOG.errorf(
          new WithoutMessage(failure),
          "Lead %s could not be assessed%s",
          LogFields.shown(failed.lead()),
          failure instanceof RuleFailure rule ? ": rule " + rule.rule() : "");
    }
  }
}
