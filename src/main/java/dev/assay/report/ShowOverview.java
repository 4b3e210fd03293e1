package dev.assay.report;

import dev.assay.logging.WithoutMessage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Shows how it goes. */
@ApplicationScoped
public class ShowOverview {
  private static final Logger LOG = Logger.getLogger(ShowOverview.class);

  private final KeptFigures kept;
  private final LiveFigures live;

  ShowOverview(KeptFigures kept, LiveFigures live) {
    this.kept = kept;
    this.live = live;
  }

  /**
   * The figures: at most a second old, or where there are very many leads some minutes, and longer
   * if nobody has asked since.
   */
  public Overview show() throws SQLException {
    KeptFigures.Kept figures = kept.current();
    return new Overview(figures.at(), figures.figures(), live.lowScorersWhoBought(), live.health());
  }

  @Scheduled(
      every = "15s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void refresh() {
    try {
      kept.refresh();
    } catch (SQLException | RuntimeException failure) {
      LOG.warn("The overview was not counted again", new WithoutMessage(failure));
    }
  }
}
