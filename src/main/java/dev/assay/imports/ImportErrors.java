package dev.assay.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.csv.WriteCsv;
import dev.assay.pipeline.LeadErasure;
import dev.assay.pipeline.LeadMerge;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that were not taken, with their cells, to be put right and imported again. */
@ApplicationScoped
public class ImportErrors implements LeadErasure, LeadMerge {
  private static final int PAGE = 500;
  private static final String READ =
      """
      SELECT line, problem, cells FROM csv_import_error WHERE csv_import = ? AND line > ?
      ORDER BY line LIMIT ?
      """;
  private static final String WRITE =
      """
      INSERT INTO csv_import_error (lead, csv_import, line, problem, cells)
      VALUES (?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING
      """;
  private static final String ERASE =
      """
      DELETE FROM csv_import_error
      WHERE lead = ? OR lead IN (SELECT alias FROM lead_alias WHERE lead_alias.lead = ?)
      """;

  private final AgroalDataSource database;
  private final ObjectMapper json;

  ImportErrors(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Keeps what was rejected. */
  void keep(Connection connection, int id, List<TakeLines.Answer> rejected)
      throws SQLException, IOException {
    try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
      for (TakeLines.Answer answer : rejected) {
        String lead = answer.line().lead();
        insert.setString(
            1, storable(lead.indexOf('@') < 0 ? lead : lead.toLowerCase(java.util.Locale.ROOT)));
        insert.setInt(2, id);
        insert.setLong(3, answer.line().row().line());
        insert.setString(4, storable(String.valueOf(answer.problem())));
        insert.setString(
            5,
            json.writeValueAsString(
                answer.line().row().cells().stream().map(ImportErrors::storable).toList()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Answers with them as a CSV file to be saved. */
  public Response file(Import of) {
    StreamingOutput lines =
        out -> {
          try {
            write(of, out);
          } catch (SQLException failure) {
            throw new WebApplicationException(failure);
          }
        };
    return Response.ok(lines)
        .header(
            "Content-Disposition",
            "attachment; filename=\"import-%d-errors.csv\"".formatted(of.id()))
        .build();
  }

  /** The columns of the file, behind line and problem. */
  private void write(Import of, OutputStream out) throws IOException, SQLException {
    try (WriteCsv csv = new WriteCsv(out)) {
      List<String> header = new ArrayList<>(List.of("line", "problem"));
      header.addAll(of.header());
      csv.line(header);
      long after = 0;
      for (List<Rejected> page = page(of, after); !page.isEmpty(); page = page(of, after)) {
        for (Rejected line : page) {
          List<@Nullable Object> cells = new ArrayList<>();
          cells.add(line.line());
          cells.add(line.problem());
          cells.addAll(List.of(json.readValue(line.cells(), String[].class)));
          csv.line(cells);
          after = line.line();
        }
      }
    }
  }

  /** A line that was not taken; its cells are a JSON array of texts. */
  private record Rejected(long line, String problem, String cells) {}

  /** Read as a whole, so that no connection waits for somebody who is slow to take the file. */
  private List<Rejected> page(Import of, long after) throws SQLException {
    List<Rejected> page = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      Imports.set(select, of.id(), after, PAGE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(
              new Rejected(row.getLong("line"), row.getString("problem"), row.getString("cells")));
        }
      }
    }
    return page;
  }

  @Override
  public void erase(Connection connection, String lead) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
      Imports.set(delete, lead, lead);
      delete.executeUpdate();
    }
  }

  @Override
  public void merge(Connection connection, String into, String from) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE csv_import_error SET lead = ? WHERE lead = ?")) {
      Imports.set(update, into, from);
      update.executeUpdate();
    }
  }

  /** The database knows neither NUL nor halves of surrogate pairs. */
  private static String storable(String text) {
    return text.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
  }
}
