package dev.assay.workbook;

import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.workbook.WorkbookWriter.Column;
import java.util.List;

/** The sheets of which workbooks are made: columns and notes, for rows to be filled in. */
public final class Template {
  private static final List<Column> TRAITS =
      List.of(
          condition("lead : Lead", "Text.hasWord(title, \"$param\")", "Title has one of the words"),
          condition(
              "lead : Lead", "Text.lacksWord(title, \"$param\")", "Title has none of the words"),
          condition("lead : Lead", "Text.in(seniority, \"$param\")", "Seniority is one of"),
          condition("lead : Lead", "Text.endsWith(email, \"$param\")", "E-mail ends with one of"),
          condition("trait : Trait", "name == \"$param\"", "Has the trait"),
          action(ActionWord.TRAIT, "Then it has the trait"));

  private static final List<Column> FIT =
      List.of(
          condition("trait : Trait", "name == \"$param\"", "Has the trait"),
          condition("lead : Lead", "Text.in(industry, \"$param\")", "Industry is one of"),
          condition("lead : Lead", "employees >= $param", "Employees at least"),
          condition("lead : Lead", "employees <= $param", "Employees at most"),
          condition("lead : Lead", "Text.in(country, \"$param\")", "Country is one of"),
          condition("lead : Lead", "Text.in(source, \"$param\")", "Source is one of"),
          condition("lead : Lead", "Text.presence(phone, \"$param\")", "Phone is"),
          condition("lead : Lead", "Text.presence(linkedin, \"$param\")", "LinkedIn is"),
          action(ActionWord.ONCE, "Points"),
          action(ActionWord.GROUP, "Group"),
          action(ActionWord.REASON, "Reason"));

  private static final List<Column> ACTIVITIES =
      List.of(
          condition("activity : Activity", "type == \"$param\"", "Activity"),
          condition(
              "activity : Activity", "Text.startsWith(subject, \"$param\")", "Subject starts with"),
          condition(
              "activity : Activity", "Text.contains(subject, \"$param\")", "Subject contains"),
          condition("activity : Activity", "countWithin($1, $2)", "At least (times, in days)"),
          action(ActionWord.ONCE, "Points once"),
          action(ActionWord.EACH, "Points each"),
          action(ActionWord.AT_MOST, "At most (times)"),
          action(ActionWord.WITHIN, "Within (days)"),
          action(ActionWord.FADE, "Fade"),
          action(ActionWord.GROUP, "Group"),
          action(ActionWord.REASON, "Reason"));

  private static final List<Column> NEGATIVE_FIT =
      List.of(
          condition("trait : Trait", "name == \"$param\"", "Has the trait"),
          condition("lead : Lead", "Text.in(industry, \"$param\")", "Industry is one of"),
          condition("history : History", "quietFor($param)", "Not active for (days)"),
          action(ActionWord.ONCE, "Points once"),
          action(ActionWord.GROUP, "Group"),
          action(ActionWord.REASON, "Reason"));

  private static final List<Column> GRADES =
      List.of(
          condition("score : Score", "fit >= $param", "Fit at least"),
          condition("score : Score", "fit < $param", "Fit below"),
          action(ActionWord.GRADE, "Grade"));

  private static final List<Column> BANDS =
      List.of(
          condition("score : Score", "total >= $param", "Score at least"),
          condition("score : Score", "total < $param", "Score below"),
          action(ActionWord.BAND, "Band"));

  private static final List<Column> STAGES =
      List.of(
          condition("score : Score", "total >= $param", "Score at least"),
          condition("activity : Activity", "type == \"$param\"", "Or activity"),
          condition("activity : Activity", "Text.is(subject, \"$param\")", "Subject is"),
          action(ActionWord.QUALIFY, "Stage"),
          action(ActionWord.LEAVE_BELOW, "Leave below (score)"));

  private static final List<Column> ROUTING =
      List.of(
          condition("lead : Lead", "Text.in(product, \"$param\")", "Product is one of"),
          condition("lead : Lead", "Text.in(region, \"$param\")", "Region is one of"),
          condition("lead : Lead", "Text.in(country, \"$param\")", "Country is one of"),
          condition("lead : Lead", "employees >= $param", "Employees at least"),
          condition("score : Score", "total >= $param", "Score at least"),
          action(ActionWord.ASSIGN, "Owner or queue"));

  /** The heads of the sheet Cases. */
  public static final List<String> CASES =
      List.of(
          "Case",
          "Title",
          "Email",
          "Industry",
          "Employees",
          "Country",
          "Source",
          "Phone",
          "Linkedin",
          "Do not contact",
          "Region",
          "Product",
          "First name",
          "Activities",
          "Expected score",
          "Expected fit",
          "Expected grade",
          "Expected band",
          "Expected stage",
          "Expected owner");

  private Template() {}

  /** A workbook without any rows, with the vocabulary on a sheet of its own. */
  public static byte[] empty() {
    try (WorkbookWriter writer = new WorkbookWriter()) {
      traits(writer, List.of());
      fit(writer, List.of());
      engagement(writer, List.of());
      negative(writer, List.of());
      negativeFit(writer, List.of());
      groups(writer, List.<Object[]>of(new Object[] {"Total", "", 0, 200, "Limits of the score"}));
      grades(writer, List.of());
      bands(writer, List.of());
      stages(writer, List.of());
      routing(writer, List.of());
      cases(writer, List.of());
      vocabulary(writer);
      return writer.bytes();
    }
  }

  public static void traits(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Traits",
        "Traits",
        "What we conclude from who a lead is. Other sheets ask for these traits by name.",
        TRAITS,
        rows);
  }

  public static void fit(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Fit",
        "Fit",
        "Points for who the lead is. Blank cells do not matter; all filled cells of a row must hold.",
        FIT,
        rows);
  }

  public static void engagement(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Engagement",
        "Engagement",
        "Points for what the lead does, once or for each time it happened.",
        ACTIVITIES,
        rows);
  }

  public static void negative(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Negative", "Negative", "Points taken away for what the lead does.", ACTIVITIES, rows);
  }

  public static void grades(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Grades",
        "Grades",
        "How well the lead fits, from the fit points alone. The uppermost row that holds decides.",
        GRADES,
        rows);
  }

  public static void bands(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Bands",
        "Bands",
        "A word for the score. The uppermost row that holds decides.",
        BANDS,
        rows);
  }

  public static void stages(WorkbookWriter writer, List<Object[]> rows) {
    writer.table("Stages", "Stages", "The funnel: the lowest stage stands first.", STAGES, rows);
  }

  public static void routing(WorkbookWriter writer, List<Object[]> rows) {
    writer.table(
        "Routing",
        "Routing",
        "Who gets the lead when it reaches a stage. The uppermost row that holds decides.",
        ROUTING,
        rows);
  }

  /** Below the table of {@link #negative}. */
  public static void negativeFit(WorkbookWriter writer, List<Object[]> rows) {
    writer.tableBelow("Negative", "Negative fit", NEGATIVE_FIT, rows);
  }

  /** What technical rows can say, and the lists to choose from. */
  public static void vocabulary(WorkbookWriter writer) {
    VocabularySheets.write(writer);
  }

  public static void groups(WorkbookWriter writer, List<Object[]> rows) {
    writer.list("Groups", List.of("Group", "Dimension", "Floor", "Cap", "Notes"), rows);
  }

  public static void cases(WorkbookWriter writer, List<Object[]> rows) {
    writer.list("Cases", CASES, rows);
  }
}
