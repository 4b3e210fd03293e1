package dev.assay.exports;

import dev.assay.lead.RankingFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Answers with the ranked list as a file to be saved. */
@ApplicationScoped
public class ExportFile {
  public static final String CSV = "text/csv;charset=UTF-8";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ExportLeads export;
  private final Clock clock;

  ExportFile(ExportLeads export, Clock clock) {
    this.export = export;
    this.clock = clock;
  }

  /** As CSV. */
  public Response csv(RankingFilter filter) throws SQLException {
    return file(filter, "csv", out -> export.csv(filter, out));
  }

  /** As a workbook. */
  public Response xlsx(RankingFilter filter) throws SQLException {
    return file(filter, "xlsx", out -> export.xlsx(filter, out));
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException, SQLException;
  }

  private Response file(RankingFilter filter, String ending, Writing writing) throws SQLException {
    export.check(filter);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    StreamingOutput body =
        out -> {
          try {
            writing.to(out);
          } catch (SQLException failure) {
            throw new WebApplicationException(failure);
          }
        };
    return Response.ok(body)
        .header(
            "Content-Disposition", "attachment; filename=\"leads-%s.%s\"".formatted(today, ending))
        .build();
  }
}
