package dev.assay.workbook;

import dev.assay.advice.FindWarnings;
import dev.assay.advice.Surroundings;
import dev.assay.advice.Warning;
import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlPackages;
import dev.assay.engine.RuleCompiler;
import dev.assay.workbook.WorkbookWriter.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A workbook of 1,000 rows, from the file to rules that can run. We aim at 150 ms. Warnings are to
 * cost no more than reading does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
public class WorkbookBenchmark {
  private final byte[] file = file(1_000);
  private final Workbook workbook = ((Reading.Understood) WorkbookReader.read(file)).workbook();
  private final DrlPackages noDrl = DrlPackages.compile(List.of());

  /** Outside a running service the log manager keeps every record, traces too, for later. */
  @Setup
  public void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  @Benchmark
  public Reading read() {
    return WorkbookReader.read(file);
  }

  @Benchmark
  public List<Warning> warn() {
    return FindWarnings.in(workbook, Surroundings.NONE);
  }

  @Benchmark
  public RuleSet readAndBuild() {
    Workbook again = ((Reading.Understood) WorkbookReader.read(file)).workbook();
    return RuleCompiler.compile(1, again, noDrl, 1);
  }

  /** A workbook of so many rows of which hardly two say the same. */
  static byte[] file(int size) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(
          new Object[] {
            "Country %d, Land %d".formatted(i % 50, i % 70),
            i % 3 == 0 ? null : i,
            i % 2 == 0 ? null : "type_" + i % 40,
            i % 5 == 0 ? "5, " + (1 + i % 90) : null,
            i % 20 + 1,
            "Reason %d".formatted(i)
          });
    }
    try (WorkbookWriter writer = new WorkbookWriter()) {
      return writer.table("Rules", "Rules", "", COLUMNS, rows).bytes();
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.condition("lead : Lead", "Text.in(country, \"$param\")", "Country"),
          Column.condition("lead : Lead", "employees >= $param", "Employees"),
          Column.condition("activity : Activity", "type == \"$param\"", "Activity"),
          Column.condition("activity : Activity", "countWithin($1, $2)", "Times in days"),
          Column.action(ActionWord.ONCE, "Points"),
          Column.action(ActionWord.REASON, "Reason"));
}
