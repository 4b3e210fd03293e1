package dev.assay.engine;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.WorkbookWriter;
import dev.assay.workbook.WorkbookWriter.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes workbooks that use the whole vocabulary at random. The same seed gives the same one. */
final class GeneratedWorkbook {
  private final Random random;
  private final Words words;
  private int rows;

  private GeneratedWorkbook(long seed) {
    random = new Random(seed);
    words = new Words(random);
  }

  /** A workbook with at least so many rules. */
  static byte[] bytes(long seed, int rules) {
    return new GeneratedWorkbook(seed).write(rules);
  }

  private byte[] write(int rules) {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      rows = rules / 8;
      writer.table(
          "Traits", "Traits", "", with(LEAD, traits(), ActionWord.TRAIT), rows(this::trait));
      writer.table("Fit", "Fit", "", with(LEAD, traits(), POINTS), rows(this::fit));
      writer.tableBelow("Fit", "More fit", with(LEAD, traits(), POINTS), rows(this::fit));
      writer.table("Deeds", "Deeds", "", with(ACTIVITY, traits(), COUNTED), rows(this::deed));
      writer.tableBelow("Deeds", "Deeds 2", with(ACTIVITY, traits(), COUNTED), rows(this::deed));
      writer.table("Silence", "Silence", "", with(SILENCE, List.of(), POINTS), rows(this::silence));
      writer.table(
          "Results", "Results", "", with(SCORE, traits(), CONCLUSIONS), rows(this::result));
      writer.table(
          "Routing", "Routing", "", with(ROUTING, List.of(), ActionWord.ASSIGN), rows(this::route));
      writer.list("Groups", List.of("Group", "Dimension", "Floor", "Cap"), groups());
      return writer.bytes();
    }
  }

  private static final List<Column> LEAD =
      List.of(
          condition("lead : Lead", "Text.in(country, \"$param\")", "Country"),
          condition("lead : Lead", "Text.hasWord(title, \"$param\")", "Title"),
          condition("lead : Lead", "Text.lacksWord(title, \"$param\")", "Not title"),
          condition("lead : Lead", "Text.notIn(industry, \"$param\")", "Not industry"),
          condition("lead : Lead", "Text.is(text(\"plan\"), \"$param\")", "Plan"),
          condition("lead : Lead", "Text.contains(technologies, \"$param\")", "Uses"),
          condition("lead : Lead", "Text.presence(phone, \"$param\")", "Phone"),
          condition("lead : Lead", "employees >= $param", "At least"),
          condition("lead : Lead", "employees < $param", "Below"),
          condition("lead : Lead", "employees != null && employees != $param", "Not"),
          condition("lead : Lead", "yearsOfExperience > $param", "Years"),
          condition("lead : Lead", "number(\"seats\") >= $param", "Seats"),
          condition("lead : Lead", "flag(\"vip\") == $param", "VIP"),
          condition("lead : Lead", "doNotContact == $param", "Do not contact"));
  private static final List<Column> ACTIVITY =
      List.of(
          condition("activity : Activity", "type == \"$param\"", "Type"),
          condition("activity : Activity", "Text.startsWith(subject, \"$param\")", "Starts"),
          condition("activity : Activity", "Text.endsWith(subject, \"$param\")", "Ends"),
          condition("activity : Activity", "count >= $param", "Count"),
          condition("activity : Activity", "countWithin($1, $2)", "Count within"),
          condition("activity : Activity", "quietFor($param)", "Quiet for"));
  private static final List<Column> SILENCE =
      List.of(
          condition("history : History", "quietFor($param)", "Quiet for"),
          condition("history : History", "countWithin($1, $2)", "Count within"),
          condition("history : History", "count <= $param", "Count"),
          condition("not Activity", "type == \"$param\"", "Never did"));
  private static final List<Column> SCORE =
      List.of(
          condition("score : Score", "total >= $param", "Total"),
          condition("score : Score", "fit >= $param", "Fit"),
          condition("score : Score", "engagement < $param", "Engagement"));
  private static final List<Column> ROUTING =
      List.of(
          condition("qualification : Qualification", "stage == \"$param\"", "Stage"),
          condition("lead : Lead", "Text.isNot(country, \"$param\")", "Not country"));
  private static final ActionWord[] POINTS = {ActionWord.ONCE, ActionWord.GROUP, ActionWord.REASON};
  private static final ActionWord[] COUNTED = {
    ActionWord.ONCE,
    ActionWord.EACH,
    ActionWord.AT_MOST,
    ActionWord.WITHIN,
    ActionWord.FADE,
    ActionWord.GROUP,
    ActionWord.REASON
  };
  private static final ActionWord[] CONCLUSIONS = {
    ActionWord.GRADE, ActionWord.BAND, ActionWord.QUALIFY
  };

  private static List<Column> traits() {
    return List.of(condition("trait : Trait", "name == \"$param\"", "Trait"));
  }

  private static List<Column> with(List<Column> some, List<Column> more, ActionWord... actions) {
    List<Column> columns = new ArrayList<>(some);
    columns.addAll(more);
    for (ActionWord word : actions) {
      columns.add(action(word, word.method()));
    }
    return columns;
  }

  private List<Object[]> rows(Supplier<Object[]> row) {
    List<Object[]> made = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      made.add(row.get());
    }
    return made;
  }

  /** Of all conditions one to three are filled, then come the actions. */
  private Object[] row(Supplier<?>[] conditions, @Nullable Object... actions) {
    Object[] row = new Object[conditions.length + actions.length];
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int at = random.nextInt(conditions.length);
      row[at] = conditions[at].get();
    }
    System.arraycopy(actions, 0, row, conditions.length, actions.length);
    return row;
  }

  private Supplier<?>[] ofLead() {
    return new Supplier<?>[] {
      words::countries, words::titles, words::titles, words::industries, words::plan,
      words::technologies, words::presence, words::employees, words::employees, words::employees,
      words::years, words::seats, random::nextBoolean, random::nextBoolean, words::trait
    };
  }

  private Object[] trait() {
    return row(ofLead(), words.trait());
  }

  private Object[] fit() {
    return row(ofLead(), words.points(), words.group(), words.reason());
  }

  private Object[] deed() {
    Supplier<?>[] conditions = {
      words::type,
      words::start,
      words::end,
      words::times,
      words::timesInDays,
      words::days,
      words::trait
    };
    boolean each = random.nextBoolean();
    Object[] row =
        row(
            conditions,
            each ? null : words.points(),
            each ? words.points() : null,
            each ? words.some(words::times) : null,
            words.some(words::days),
            words.some(words::fade),
            words.group(),
            words.reason());
    row[0] = words.type();
    return row;
  }

  private Object[] silence() {
    Supplier<?>[] conditions = {words::days, words::timesInDays, words::times, words::type};
    return row(conditions, words.points(), words.group(), words.reason());
  }

  private Object[] result() {
    Supplier<?>[] conditions = {words::score, words::score, words::score, words::trait};
    Object[] row =
        row(conditions, words.some(words::grade), words.some(words::band), words.stage());
    row[0] = words.score();
    return row;
  }

  private Object[] route() {
    Supplier<?>[] conditions = {words::stage, words::country};
    return row(conditions, words.owner());
  }

  private static List<Object[]> groups() {
    return List.of(
        new Object[] {"Red", "fit", -20, 30},
        new Object[] {"Green", "engagement", null, 25},
        new Object[] {"Blue", "engagement", -10, null},
        new Object[] {"Total", null, -50, 150});
  }
}
