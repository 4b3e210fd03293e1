package dev.assay.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.csv.ReadCsv;
import dev.assay.csv.UnreadableCsv;
import dev.assay.event.EventRejected;
import dev.assay.event.ReadEvent;
import dev.assay.lead.TakeProfiles;
import dev.assay.problem.Problems;
import dev.assay.problem.Violation;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what the first lines of a file would become. */
@ApplicationScoped
public class PreviewImport {
  private static final int LINES = 10;

  private final AgroalDataSource database;
  private final Clock clock;

  PreviewImport(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A line and what it would become.
   *
   * @param lead whom it names
   * @param becomes an event, or a patch to a profile
   * @param readings what each of its cells becomes
   * @param problem why it would be rejected
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Previewed(
      long line,
      List<String> cells,
      String lead,
      JsonNode becomes,
      List<CellReading> readings,
      @Nullable String problem) {}

  /**
   * Reads the first lines.
   *
   * @throws HttpProblem if the file is not kept any more (409)
   */
  public List<Previewed> preview(Import of, Mapping mapping) {
    if (of.state() == Import.State.done) {
      throw Problems.conflict("The import is done, and its file is not kept.");
    }
    ReadLine read = new ReadLine(mapping, of.header(), of.digest());
    List<Previewed> lines = new ArrayList<>();
    try (ReadCsv csv = new ReadCsv(FileParts.open(database, of.id()))) {
      for (ReadCsv.Row row = csv.next(); row != null && lines.size() < LINES; row = csv.next()) {
        Line line = read.read(row);
        lines.add(
            new Previewed(
                row.line(),
                row.cells(),
                line.lead(),
                line.body(),
                read.readings(row),
                problem(mapping.kind(), line)));
      }
    } catch (IOException | UnreadableCsv wasReadable) {
      throw new IllegalStateException("import " + of.id() + " cannot be read", wasReadable);
    }
    return lines;
  }

  private @Nullable String problem(Kind kind, Line line) {
    try {
      if (kind == Kind.events) {
        ReadEvent.read(line.body(), clock.instant(), null);
      } else {
        TakeProfiles.read(line.lead(), line.body());
      }
      return line.problem();
    } catch (EventRejected rejected) {
      return line.problemAnd(
          rejected.violations().stream()
              .map(Violation::toString)
              .collect(Collectors.joining("; ")));
    } catch (HttpProblem refused) {
      return line.problemAnd(String.valueOf(refused.getDetail()));
    }
  }
}
