package dev.assay.simulation;

import dev.assay.assessment.Stages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how many leads sales would have received in each week of a replayed period. */
public final class Weeks {
  private static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::week).thenComparing(Slot::stage);

  private final Stages live;
  private final Stages draft;
  private final Map<Slot, long[]> reached = new TreeMap<>(ORDER);

  private record Slot(LocalDate week, String stage) {}

  /**
   * Leads that reached a stage from below in a week.
   *
   * @param week its Monday, in UTC
   */
  public record Week(LocalDate week, String stage, long before, long after) {}

  Weeks(Stages live, Stages draft) {
    this.live = live;
    this.draft = draft;
  }

  void add(Trial trial) {
    trial.movesBefore().forEach(move -> add(move, live, 0));
    trial.movesAfter().forEach(move -> add(move, draft, 1));
  }

  private void add(Move move, Stages stages, int side) {
    String to = move.to();
    if (to != null && stages.rank(to) > stages.rank(move.from())) {
      LocalDate day = move.at().atZone(ZoneOffset.UTC).toLocalDate();
      LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      reached.computeIfAbsent(new Slot(week, to), none -> new long[2])[side]++;
    }
  }

  void add(Weeks other) {
    other.reached.forEach(
        (slot, counts) -> {
          long[] sum = reached.computeIfAbsent(slot, none -> new long[2]);
          sum[0] += counts[0];
          sum[1] += counts[1];
        });
  }

  List<Week> list() {
    List<Week> list = new ArrayList<>();
    reached.forEach(
        (slot, counts) -> list.add(new Week(slot.week(), slot.stage(), counts[0], counts[1])));
    return list;
  }
}
