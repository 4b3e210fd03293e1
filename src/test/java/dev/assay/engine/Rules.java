package dev.assay.engine;

import dev.assay.assessment.RuleSet;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import dev.assay.workbook.WorkbookWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules for one test, written as rows of a workbook and as DRL, for {@link Trial}.
 *
 * <pre>{@code
 * rules().row("type", "page_view", "each", 10, "atMost", 3).trial()
 *     .given(Lead.UNKNOWN, did("page_view", "/pricing", daysAgo(1), 4))
 *     .expect(30);
 * }</pre>
 */
public final class Rules {
  /** The row on which the first rule stands, as Excel counts it. */
  public static final int FIRST_ROW = 11;

  private static final String DRL_HEAD =
      "package dev.assay.rules; import dev.assay.assessment.*; global Scorecard scorecard;";

  private final List<Map<Integer, Object>> rows = new ArrayList<>();
  private final List<@Nullable Object[]> groups = new ArrayList<>();
  private final List<DrlFile> files = new ArrayList<>();
  private @Nullable DrlPackages compiled;

  private Rules() {}

  public static Rules rules() {
    return new Rules();
  }

  /**
   * Adds a row to the table {@code Rules}. Points get the reason "Because" unless there is another.
   *
   * @param cells names of {@link RuleColumns} and the values below them, in turn
   */
  public Rules row(Object... cells) {
    Map<Integer, Object> row = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(RuleColumns.indexOf(cells[i].toString()), cells[i + 1]);
    }
    if (row.containsKey(RuleColumns.indexOf("once"))
        || row.containsKey(RuleColumns.indexOf("each"))) {
      row.putIfAbsent(RuleColumns.indexOf("reason"), "Because");
    }
    rows.add(row);
    return this;
  }

  /** Adds a group; null stands for no limit. */
  public Rules group(
      String name, String dimension, @Nullable Integer floor, @Nullable Integer cap) {
    groups.add(new @Nullable Object[] {name, dimension, floor, cap});
    return this;
  }

  /** Limits the whole score. */
  public Rules total(@Nullable Integer floor, @Nullable Integer ceiling) {
    groups.add(new @Nullable Object[] {"Total", null, floor, ceiling});
    return this;
  }

  /** Adds DRL rules; package, import and global are written before them. */
  public Rules drl(String rules) {
    return file("test%d.drl".formatted(files.size() + 1), DRL_HEAD + "\n" + rules);
  }

  /** Adds a DRL file as it is. */
  public Rules file(String name, String source) {
    files.add(new DrlFile(name, source));
    return this;
  }

  /** Takes DRL that was compiled before, because that takes a second each time. */
  public Rules drl(DrlPackages packages) {
    compiled = packages;
    return this;
  }

  /** The rules, ready to be tried on leads. */
  public Trial trial() {
    return new Trial(compile(1));
  }

  /** A rule set. DRL files are compiled once, also for several rule sets. */
  public RuleSet compile(int lanes) {
    if (compiled == null) {
      compiled = DrlPackages.compile(files);
    }
    return RuleCompiler.compile(7, workbook(), compiled, lanes);
  }

  public Workbook workbook() {
    Reading reading = WorkbookReader.read(bytes());
    if (reading instanceof Reading.Understood understood) {
      return understood.workbook();
    }
    throw new AssertionError(reading.toString());
  }

  /** The workbook as a file. */
  public byte[] bytes() {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      writer.table("Rules", "Rules", "", RuleColumns.ALL, rows.stream().map(Rules::cells).toList());
      if (!groups.isEmpty()) {
        writer.list("Groups", List.of("Group", "Dimension", "Floor", "Cap"), List.copyOf(groups));
      }
      return writer.bytes();
    }
  }

  private static Object[] cells(Map<Integer, Object> row) {
    @Nullable Object[] cells = new @Nullable Object[RuleColumns.ALL.size()];
    row.forEach((column, value) -> cells[column] = value);
    return cells;
  }
}
