package dev.assay.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.database.Rows;
import dev.assay.problem.Problems;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The imports there are, and what callers do to them. */
@ApplicationScoped
public class Imports {
  private static final String FIND =
      "SELECT * FROM csv_import WHERE id = ? AND (? OR created_by = ?)";
  private static final String LATEST =
      "SELECT * FROM csv_import WHERE ? OR created_by = ? ORDER BY id DESC LIMIT ?";

  private static final String START =
      """
      UPDATE csv_import SET state = 'running', mapping = ?::jsonb, kind = ?, finished_at = NULL,
          started_at = coalesce(started_at, ?)
      WHERE id = ? AND (state = 'draft' OR state = 'cancelled' AND mapping = ?::jsonb)
      RETURNING *
      """;

  private static final String CANCEL =
      """
      UPDATE csv_import SET state = 'cancelled', finished_at = ?, held_by = NULL, held_until = NULL
      WHERE id = ? AND state = 'running'
      """;

  private final AgroalDataSource database;
  private final ObjectMapper json;
  private final Clock clock;

  Imports(AgroalDataSource database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** The latest imports that the viewer sees, newest first. */
  public List<Import> latest(Viewer viewer, int most) throws SQLException {
    return query(LATEST, viewer.admin(), viewer.key(), most);
  }

  /**
   * The import of that number.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the viewer sees none (404)
   */
  public Import get(int id, Viewer viewer) throws SQLException {
    List<Import> found = query(FIND, id, viewer.admin(), viewer.key());
    if (found.isEmpty()) {
      throw Problems.notFound("There is no import %d; GET /v1/imports lists them.".formatted(id));
    }
    return found.get(0);
  }

  /**
   * Starts a draft, or a cancelled import where it was; processes of the service then carry it out.
   *
   * @param mapping null for the one it has
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the viewer sees none (404), if the
   *     mapping makes no sense (400), or if it cannot be started (409)
   */
  public Import start(int id, Viewer viewer, @Nullable Mapping mapping) throws SQLException {
    Import known = get(id, viewer);
    Mapping wanted = mapping == null ? known.mapping() : mapping;
    wanted.check(known.header());
    String text = write(wanted);
    List<Import> started =
        query(START, text, wanted.kind().name(), time(clock.instant()), id, text);
    if (started.isEmpty()) {
      throw Problems.conflict(
          known.state() == Import.State.cancelled
              ? "The import was begun with another mapping; start it without one to go on."
              : "The import is %s; only drafts and cancelled ones can be started."
                  .formatted(known.state()));
    }
    return started.get(0);
  }

  /**
   * Stops an import; lines that are done stay done. May be repeated.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the viewer sees none (404)
   */
  public Import cancel(int id, Viewer viewer) throws SQLException {
    get(id, viewer);
    execute(CANCEL, time(clock.instant()), id);
    return get(id, viewer);
  }

  /**
   * Forgets an import with its file and its errors.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the viewer sees none (404)
   */
  public void delete(int id, Viewer viewer) throws SQLException {
    get(id, viewer);
    execute("DELETE FROM csv_import WHERE id = ?", id);
  }

  List<Import> query(String sql, @Nullable Object... values) throws SQLException {
    List<Import> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(read(row));
        }
      }
    }
    return found;
  }

  int execute(String sql, @Nullable Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    }
  }

  static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException ofRecords) {
      throw new UncheckedIOException(ofRecords);
    }
  }

  private Import read(ResultSet row) throws SQLException {
    try {
      List<String> header = List.of(json.readValue(row.getString("header"), String[].class));
      return new Import(
          row.getInt("id"),
          row.getString("name"),
          Import.State.valueOf(row.getString("state")),
          row.getLong("bytes"),
          HexFormat.of().formatHex(row.getBytes("digest")),
          row.getString("delimiter"),
          header,
          json.readValue(row.getString("mapping"), Mapping.class).inOrderOf(header),
          row.getLong("lines"),
          row.getLong("position"),
          row.getLong("accepted"),
          row.getLong("duplicates"),
          row.getLong("rejected"),
          row.getLong("worked_millis"),
          row.getString("created_by"),
          Objects.requireNonNull(Rows.instant(row, "created_at")),
          Rows.instant(row, "started_at"),
          Rows.instant(row, "finished_at"));
    } catch (JsonProcessingException ofOurs) {
      throw new UncheckedIOException(ofOurs);
    }
  }

  static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
