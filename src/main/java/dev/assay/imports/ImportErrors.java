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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines that were not taken, with their cells, to be put right and imported again. */
@ApplicationScoped
public class ImportErrors implements LeadErasure, LeadMerge {
  private static final int PAGE = 100;
  private static final String READ =
      """
      SELECT line, problem, cells FROM csv_import_error WHERE csv_import = ? AND line > ?
      ORDER BY line LIMIT ?
      """;
  private static final String WRITE =
      """
      INSERT INTO csv_import_error (lead, csv_import, line, problem, cells, addresses)
      VALUES (?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING
      """;
  private static final String ERASE =
      """
      WITH names AS (
          SELECT array_agg(name) AS all_of_them
          FROM (SELECT ?::text COLLATE "C" AS name
              UNION ALL SELECT alias COLLATE "C" FROM lead_alias WHERE lead = ?) AS one)
      DELETE FROM csv_import_error
      WHERE lead = ANY ((SELECT all_of_them FROM names)::text[])
          OR addresses && (SELECT all_of_them FROM names)::text[]
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
        List<String> cells =
            answer.line().row().cells().stream().map(ImportErrors::storable).toList();
        insert.setString(1, storable(lead.indexOf('@') < 0 ? lead : lead.toLowerCase(Locale.ROOT)));
        insert.setInt(2, id);
        insert.setLong(3, answer.line().row().line());
        insert.setString(4, storable(String.valueOf(answer.problem())));
        insert.setString(5, json.writeValueAsString(cells));
        insert.setArray(6, connection.createArrayOf("text", Addresses.in(cells).toArray()));
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
      List<Rejected> page = List.of();
      do {
        page = after(of, page.isEmpty() ? 0 : page.get(page.size() - 1).line());
        for (Rejected rejected : page) {
          csv.line(rejected.asCells());
        }
      } while (page.size() == PAGE);
    }
  }

  /** A line that was not taken. */
  private record Rejected(long line, String problem, List<String> cells) {
    List<@Nullable Object> asCells() {
      List<@Nullable Object> all = new ArrayList<>(List.of(line, problem));
      all.addAll(cells);
      return all;
    }
  }

  /** Some lines behind that one: the connection is given back before they are sent to anybody. */
  private List<Rejected> after(Import of, long line) throws IOException, SQLException {
    List<Rejected> page = new ArrayList<>(PAGE);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      Imports.set(select, of.id(), line, PAGE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(
              new Rejected(
                  row.getLong("line"),
                  row.getString("problem"),
                  List.of(json.readValue(row.getString("cells"), String[].class))));
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
