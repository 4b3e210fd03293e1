package dev.assay.pipeline;

import dev.assay.logging.LogFields;
import dev.assay.scoring.step.Change;
import dev.assay.scoring.step.Event;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** A line for each stage change, for those who ask for them (level DEBUG). */
final class StageLog {
  private static final Logger LOG = Logger.getLogger(StageLog.class);

  private StageLog() {}

  /** Logs changes that are durable. */
  static void log(List<Change.StageChanged> changes) {
    if (LOG.isDebugEnabled()) {
      changes.forEach(StageLog::log);
    }
  }

  private static void log(Change.StageChanged change) {
    try (LogFields fields = LogFields.lead(change.lead())) {
      Event cause = change.cause();
      if (cause != null) {
        fields.and("event", cause.id()).and("source", cause.source());
      }
      LOG.debugf(
          "Lead %s moved from %s to %s",
          LogFields.shown(change.lead()),
          Objects.requireNonNullElse(change.from(), "none"),
          Objects.requireNonNullElse(change.to(), "none"));
    }
  }
}
