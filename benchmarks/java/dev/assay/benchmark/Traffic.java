package dev.assay.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Events as they come from many leads, few of whom do most. Which ones are busy changes with each
 * run, as in life.
 */
final class Traffic {
  private static final int TIMES = 4_096;
  private static final Duration SPAN = Duration.ofDays(60);
  private static final int STRIDE = 7_919;

  private final Zipf zipf;
  private final int leads;
  private final SplittableRandom random;
  private final String run;
  private final Instant[] times = new Instant[TIMES];
  private final String[] timeTexts = new String[TIMES];
  private long next;
  private final int shift;

  /**
   * @param run makes the ids of events different from those of all other runs
   */
  Traffic(Zipf zipf, int leads, String run) {
    this.zipf = zipf;
    this.leads = leads;
    this.run = run;
    this.random = new SplittableRandom(run.hashCode());
    this.shift = random.nextInt(leads);
    Instant now = Instant.now();
    for (int i = 0; i < TIMES; i++) {
      times[i] = now.minusSeconds(random.nextLong(SPAN.toSeconds()));
      timeTexts[i] = times[i].toString();
    }
  }

  /** An event as a row has it. */
  record Row(String lead, String id, Doing doing, Instant at, String atText) {}

  Row row() {
    long rank = zipf.draw(random);
    int lead = (int) ((rank * STRIDE + shift) % leads);
    int time = random.nextInt(TIMES);
    return new Row(
        Population.key(lead), run + "-" + next++, Doing.draw(random), times[time], timeTexts[time]);
  }

  List<Row> rows(int count) {
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(row());
    }
    return rows;
  }

  byte[] one() {
    StringBuilder json = new StringBuilder(200);
    append(json, row(), true);
    return json.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  byte[] batch(int count) {
    StringBuilder json = new StringBuilder(180 * count).append('[');
    for (int i = 0; i < count; i++) {
      append(json.append(i == 0 ? "" : ","), row(), true);
    }
    return json.append(']').toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A call of POST /v1/evaluate. */
  byte[] evaluation(int events) {
    StringBuilder json = new StringBuilder(150 * events + 500);
    json.append("{\"profile\":")
        .append(Population.profile(random.nextInt(leads)))
        .append(",\"events\":[");
    for (int i = 0; i < events; i++) {
      append(json.append(i == 0 ? "" : ","), row(), false);
    }
    return json.append("]}").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void append(StringBuilder json, Row row, boolean named) {
    json.append('{');
    if (named) {
      json.append("\"id\":\"").append(row.id()).append("\",\"lead\":\"").append(row.lead());
      json.append("\",\"source\":\"website\",");
    }
    json.append("\"type\":\"").append(row.doing().type());
    if (!row.doing().subject().isEmpty()) {
      json.append("\",\"subject\":\"").append(row.doing().subject());
    }
    json.append("\",\"occurredAt\":\"").append(row.atText()).append('"');
    if (!row.doing().properties().isEmpty()) {
      json.append(",\"properties\":").append(row.doing().properties());
    }
    json.append('}');
  }
}
