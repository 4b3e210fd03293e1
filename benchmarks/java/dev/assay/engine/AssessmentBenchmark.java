package dev.assay.engine;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.shipped.ShippedRules;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One assessment with the shipped rules, on one thread. We aim at 15, 25 and 40 µs for 5, 50 and
 * 500 events.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = AssessmentBenchmark.LOG_MANAGER)
public class AssessmentBenchmark {
  static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

  private static final List<String> EVENTS =
      List.of(
          "page_view /pricing",
          "page_view /blog/scoring",
          "page_view /integrations/crm",
          "download white-paper/scoring",
          "download ebook/funnel",
          "email_open spring",
          "email_click spring",
          "webinar_attended intro",
          "form_submit contact",
          "newsletter_signup",
          "meeting",
          "chat",
          "trade_show fair",
          "email_reply",
          "social_engagement");

  private static final Lead LEAD =
      new Lead(
          "kim@example.com",
          "Kim",
          "Doe",
          "VP of Sales",
          null,
          "Sales",
          12.0,
          "+1 415 555 0134",
          "https://example.com/kim",
          "Example",
          "example.com",
          "Software",
          300,
          null,
          "US",
          null,
          "referral",
          null,
          null,
          List.of("Java"),
          null,
          null,
          Map.of());

  @Param({"5", "50", "500"})
  int events;

  private @Nullable RuleSet rules;
  private Activities activities = Activities.NONE;

  @Setup
  public void prepare() {
    // Outside a running service the log manager keeps every record, traces too, for later.
    Logger.getLogger("").setLevel(Level.WARNING);
    Reading.Understood reading = (Reading.Understood) WorkbookReader.read(ShippedRules.workbook());
    rules = RuleCompiler.compile(1, reading.workbook(), ShippedRules.drl(), 1);
    Activities.Builder builder = new Activities.Builder();
    for (int i = 0; i < events; i++) {
      String[] event = EVENTS.get(i % EVENTS.size()).split(" ", 2);
      long at = GeneratedLeads.AS_OF.minus(Duration.ofHours(7L * i)).toEpochMilli();
      builder.add(event[0], event.length == 1 ? "" : event[1], new long[] {at});
    }
    activities = builder.build();
  }

  @Benchmark
  public Assessment assess() {
    return Objects.requireNonNull(rules).assess(LEAD, activities, GeneratedLeads.AS_OF);
  }
}
