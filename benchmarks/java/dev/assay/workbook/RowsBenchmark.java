package dev.assay.workbook;

import dev.assay.assessment.Activities;
import dev.assay.assessment.Assessment;
import dev.assay.assessment.Lead;
import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.RuleCompiler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** How the cost of an assessment grows with the rows of the workbook. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
public class RowsBenchmark {
  private static final Instant AS_OF = Instant.parse("2026-11-01T12:00:00Z");
  private static final Lead LEAD =
      new Lead(
          null, null, null, null, null, null, null, null, null, null, null, null, 300, null, "US",
          null, null, null, null, List.of(), null, null, java.util.Map.of());

  @Param({"10", "100", "1000", "10000"})
  int rows;

  private @Nullable RuleSet rules;
  private Activities activities = Activities.NONE;

  @Setup
  public void prepare() {
    Logger.getLogger("").setLevel(Level.WARNING);
    Reading reading = WorkbookReader.read(WorkbookBenchmark.file(rows));
    Workbook workbook = ((Reading.Understood) reading).workbook();
    rules = RuleCompiler.compile(1, workbook, DrlPackages.compile(List.of()), 1);
    Activities.Builder builder = new Activities.Builder();
    for (int i = 0; i < 50; i++) {
      long at = AS_OF.minus(Duration.ofHours(7L * i)).toEpochMilli();
      builder.add("type_" + i % 10, "subject-" + i % 3, new long[] {at});
    }
    activities = builder.build();
  }

  @Benchmark
  public Assessment assess() {
    return Objects.requireNonNull(rules).assess(LEAD, activities, AS_OF);
  }
}
