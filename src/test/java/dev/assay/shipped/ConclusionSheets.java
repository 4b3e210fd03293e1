package dev.assay.shipped;

import static dev.assay.shipped.TextTable.rows;

import dev.assay.workbook.Template;
import dev.assay.workbook.WorkbookWriter;

/** The sheets that draw conclusions: from points to grade, band, stage and owner. */
final class ConclusionSheets {
  private ConclusionSheets() {}

  static void write(WorkbookWriter writer) {
    Template.grades(
        writer,
        rows(
            """
            | 45 |    | A |
            | 30 |    | B |
            | 15 |    | C |
            |    | 15 | D |
            """));
    Template.bands(
        writer,
        rows(
            """
            | 70 |    | hot |
            | 30 |    | warm |
            |    | 30 | cold |
            """));
    Template.stages(
        writer,
        rows(
            """
            | 50  |         |          | MQL | 40 |
            | 100 |         |          | SQL | |
            |     | outcome | accepted | SQL | |
            """));
    Template.routing(
        writer,
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
