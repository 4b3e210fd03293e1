package dev.assay.shipped;

import static dev.assay.shipped.TextTable.rows;
import static dev.assay.workbook.WorkbookWriter.Column.action;
import static dev.assay.workbook.WorkbookWriter.Column.condition;

import dev.assay.workbook.ActionWord;
import dev.assay.workbook.WorkbookWriter;
import java.util.List;

/** The sheets that draw conclusions: from points to grade, band, stage and owner. */
final class ConclusionSheets {
  private ConclusionSheets() {}

  static void write(WorkbookWriter writer) {
    writer.table(
        "Grades",
        "Grades",
        "How well the lead fits, from the fit points alone. The uppermost row that holds decides.",
        List.of(
            condition("score : Score", "fit >= $param", "Fit at least"),
            condition("score : Score", "fit < $param", "Fit below"),
            action(ActionWord.GRADE, "Grade")),
        rows(
            """
            | 45 |    | A |
            | 30 |    | B |
            | 15 |    | C |
            |    | 15 | D |
            """));
    writer.table(
        "Bands",
        "Bands",
        "A word for the score. The uppermost row that holds decides.",
        List.of(
            condition("score : Score", "total >= $param", "Score at least"),
            condition("score : Score", "total < $param", "Score below"),
            action(ActionWord.BAND, "Band")),
        rows(
            """
            | 70 |    | hot |
            | 30 |    | warm |
            |    | 30 | cold |
            """));
    writer.table(
        "Stages",
        "Stages",
        "The funnel: the lowest stage stands first.",
        List.of(
            condition("score : Score", "total >= $param", "Score at least"),
            condition("activity : Activity", "type == \"$param\"", "Or activity"),
            condition("activity : Activity", "Text.is(subject, \"$param\")", "Subject is"),
            action(ActionWord.QUALIFY, "Stage"),
            action(ActionWord.LEAVE_BELOW, "Leave below (score)")),
        rows(
            """
            | 50  |         |          | MQL | 40 |
            | 100 |         |          | SQL | |
            |     | outcome | accepted | SQL | |
            """));
    writer.table(
        "Routing",
        "Routing",
        "Who gets the lead when it reaches a stage. The uppermost row that holds decides.",
        List.of(
            condition("lead : Lead", "Text.in(product, \"$param\")", "Product is one of"),
            condition("lead : Lead", "Text.in(region, \"$param\")", "Region is one of"),
            condition("lead : Lead", "Text.in(country, \"$param\")", "Country is one of"),
            condition("lead : Lead", "employees >= $param", "Employees at least"),
            condition("score : Score", "total >= $param", "Score at least"),
            action(ActionWord.ASSIGN, "Owner or queue")),
        rows(
            """
            | Enterprise |                   |                                    |      |   | Enterprise |
            |            |                   |                                    | 1000 |   | Enterprise |
            |            | EMEA              |                                    |      |   | EMEA |
            |            |                   | DE, AT, CH, FR, GB, IE, NL, BE, ES, IT, SE, NO, DK, FI, PL |      |   | EMEA |
            |            | APAC              |                                    |      |   | APAC |
            |            | NA, North America |                                    | 200  |   | North America mid-market |
            |            |                   | US, CA                             | 200  |   | North America mid-market |
            |            | NA, North America |                                    |      |   | North America small business |
            |            |                   | US, CA                             |      |   | North America small business |
            |            |                   |                                    |      | 0 | Inbound |
            """));
  }
}
