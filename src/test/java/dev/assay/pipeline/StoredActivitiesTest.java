package dev.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredActivitiesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random = new Random(33);

  /** A row's two columns, and how many bytes went into them. */
  private static final class Columns {
    byte[] most = {};
    byte[] recent = {};
    long written;

    void add(List<Occurrence> occurrences) {
      StoredActivities stored = StoredActivities.read(most, recent);
      stored.add(stored.all().with(occurrences), occurrences);
      write(stored);
    }

    void write(StoredActivities stored) {
      byte[] toStore = stored.toStore();
      byte[] recentToStore = Objects.requireNonNull(stored.recentToStore());
      written += recentToStore.length + (toStore == null ? 0 : toStore.length);
      most = toStore == null ? most : toStore;
      recent = recentToStore;
    }
  }

  @Test
  void areAllThatWasAddedHoweverItWasDivided() {
    Columns columns = new Columns();
    List<Occurrence> added = new ArrayList<>();
    boolean divided = false;
    while (added.size() < 5_000) {
      List<Occurrence> some = occurrences(1 + random.nextInt(40));
      added.addAll(some);
      columns.add(some);
      divided |= columns.recent.length > 0;

      assertThat(StoredActivities.read(columns.most, columns.recent).all())
          .isEqualTo(Activities.NONE.with(added));
    }
    assertThat(divided).isTrue();
  }

  @Test
  void areOneColumnWhileShortAndTwoAfterwards() {
    Columns columns = new Columns();
    while (columns.most.length <= 2_048) {
      assertThat(columns.recent).isEmpty();
      columns.add(occurrences(1));
    }
    byte[] before = columns.most;

    columns.add(occurrences(1));

    assertThat(columns.most).isSameAs(before);
    assertThat(ActivitiesCodec.decode(columns.recent).occurrences()).isEqualTo(1);
  }

  @Test
  void writeFewBytesForAnEventOfALongHistory() {
    Columns columns = new Columns();
    columns.add(occurrences(100_000));
    assertThat(columns.most).hasSizeGreaterThan(400_000);
    columns.written = 0;

    for (int i = 0; i < 10_000; i++) {
      columns.add(occurrences(1));
    }

    assertThat(columns.written / 10_000).isLessThan(7_000);
  }

  @Test
  void writeNothingIfNothingWasAdded() {
    Columns columns = new Columns();
    columns.add(occurrences(2_000));
    StoredActivities stored = StoredActivities.read(columns.most, columns.recent);

    assertThat(stored.toStore()).isNull();
    assertThat(stored.recentToStore()).isNull();
  }

  @Test
  void areWhatTheyWereReplacedBy() {
    Columns columns = new Columns();
    columns.add(occurrences(2_000));
    columns.add(occurrences(1));
    assertThat(columns.recent).isNotEmpty();
    StoredActivities stored = StoredActivities.read(columns.most, columns.recent);
    Activities others = Activities.NONE.with(occurrences(3));

    stored.replace(others);
    columns.write(stored);

    assertThat(columns.recent).isEmpty();
    assertThat(ActivitiesCodec.decode(columns.most)).isEqualTo(others);
  }

  private List<Occurrence> occurrences(int number) {
    List<Occurrence> occurrences = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      occurrences.add(
          new Occurrence(
              "type_" + random.nextInt(4),
              "/page/" + random.nextInt(3),
              START.plusSeconds(random.nextInt(5_000_000))));
    }
    return occurrences;
  }
}
