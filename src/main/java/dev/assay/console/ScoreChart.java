package dev.assay.console;

import dev.assay.lead.ScoreHistory;
import dev.assay.lead.StageHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score over time as a line, with the moments at which the stage changed.
 *
 * @param line points of the line, empty where there is none
 * @param top the score at the upper edge
 */
record ScoreChart(
    String line, List<Mark> marks, int top, int bottom, String from, String to, String words) {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 120;

  /** A change of stage. */
  record Mark(int x, int label, String stage) {}

  /**
   * Of changes that are given newest first.
   *
   * @param now the right edge
   */
  static ScoreChart of(
      List<ScoreHistory.Change> scores, List<StageHistory.Change> stages, Instant now) {
    if (scores.isEmpty()) {
      return new ScoreChart("", List.of(), 0, 0, "", "", "No score yet");
    }
    Instant begin = scores.get(scores.size() - 1).at();
    long span = Math.max(1, Duration.between(begin, now).toSeconds());
    int low = scores.stream().mapToInt(ScoreHistory.Change::score).reduce(0, Math::min);
    int high = scores.stream().mapToInt(ScoreHistory.Change::score).reduce(low + 10, Math::max);
    StringBuilder line = new StringBuilder();
    int y = HEIGHT;
    for (int i = scores.size() - 1; i >= 0; i--) {
      int x = x(scores.get(i).at(), begin, span);
      line.append(x).append(',').append(y).append(' ');
      y = HEIGHT - (int) ((long) HEIGHT * (scores.get(i).score() - low) / (high - low));
      line.append(x).append(',').append(y).append(' ');
    }
    line.append(WIDTH).append(',').append(y);
    List<Mark> marks = new ArrayList<>();
    for (StageHistory.Change change : stages) {
      if (!change.at().isBefore(begin)) {
        int x = x(change.at(), begin, span);
        marks.add(new Mark(x, Math.min(x + 4, WIDTH - 40), named(change.to())));
      }
    }
    return new ScoreChart(
        line.toString(),
        marks,
        high,
        low,
        Times.day(begin),
        Times.day(now),
        "The score went through %d changes and is %d now"
            .formatted(scores.size(), scores.get(0).score()));
  }

  private static String named(@Nullable String stage) {
    return stage == null ? "no stage" : stage;
  }

  private static int x(Instant at, Instant begin, long span) {
    long since = Math.max(0, Duration.between(begin, at).toSeconds());
    return (int) Math.min(WIDTH, WIDTH * since / span);
  }
}
