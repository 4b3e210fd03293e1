package dev.assay.exports;

import dev.assay.csv.WriteCsv;
import dev.assay.lead.RankingFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** Writes the ranked list to a file, in bounded memory. */
@ApplicationScoped
public class ExportLeads {
  private final Rows rows;

  ExportLeads(Rows rows) {
    this.rows = rows;
  }

  /**
   * Sees whether the filter can be asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if not (400)
   */
  void check(RankingFilter filter) throws SQLException {
    rows.check(filter);
  }

  /** As CSV. */
  void csv(RankingFilter filter, OutputStream out) throws IOException, SQLException {
    try (WriteCsv csv = new WriteCsv(out)) {
      csv.line(Rows.HEADER);
      rows.write(filter, csv::line);
    }
  }

  /** As a workbook. */
  void xlsx(RankingFilter filter, OutputStream out) throws IOException, SQLException {
    try (XlsxSheets sheets = new XlsxSheets(Rows.HEADER)) {
      rows.write(filter, sheets::row);
      sheets.write(out);
    }
  }
}
