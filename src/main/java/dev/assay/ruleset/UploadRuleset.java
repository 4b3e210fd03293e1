package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import dev.assay.problem.Problems;
import dev.assay.workbook.Limits;
import dev.assay.workbook.Reading;
import dev.assay.workbook.WorkbookError;
import dev.assay.workbook.WorkbookReader;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes a workbook from an analyst as a draft, to be tried and published. */
@ApplicationScoped
public class UploadRuleset {
  private final RulesetVersions versions;
  private final Publications publications;
  private final CheckRules check;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  UploadRuleset(
      RulesetVersions versions, Publications publications, CheckRules check, Clock clock) {
    this.versions = versions;
    this.publications = publications;
    this.check = check;
    this.clock = clock;
  }

  /**
   * Stores the workbook with the DRL of the live version, also when it has errors.
   *
   * @param key id of the API key that sends it
   * @return the number of the draft
   * @throws HttpProblem if the file is no workbook that can be read in safety; nothing is stored
   */
  public int upload(byte[] workbook, String comment, String key) throws SQLException {
    if (workbook.length > Limits.FILE_BYTES) {
      throw Problems.tooLarge(
          "The workbook has %,d bytes; at most %,d are read. Remove pictures and sheets that hold no rules."
              .formatted(workbook.length, Limits.FILE_BYTES));
    }
    List<DrlFile> drl = liveDrl();
    Findings findings = read(workbook, drl);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              versions.lock();
              int number = versions.nextNumber();
              RuleFiles files = new RuleFiles(workbook, drl);
              versions.add(
                  new RulesetVersion(number, files, false, comment, key, clock.instant()),
                  findings);
              return number;
            });
  }

  /** A few at a time: what stands in the largest workbook takes more memory than its file. */
  private Findings read(byte[] workbook, List<DrlFile> drl) {
    try {
      if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw Problems.tooManyRequests("Other workbooks are being read. Try again.", PATIENCE);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The service is stopping.", PATIENCE);
    }
    try {
      Reading reading = WorkbookReader.read(workbook);
      if (reading instanceof Reading.NoWorkbook refused) {
        throw refused(refused.error());
      }
      return check.check(reading, drl);
    } finally {
      turns.release();
    }
  }

  private List<DrlFile> liveDrl() throws SQLException {
    Publication last = Objects.requireNonNull(publications.last());
    return Objects.requireNonNull(versions.find(last.ruleset())).drl();
  }

  private static HttpProblem refused(WorkbookError error) {
    return HttpProblem.builder(
            Problems.badRequest(
                "The file was refused: expected %s. %s".formatted(error.expected(), error.hint())))
        .withType(Problems.type("no-workbook"))
        .withTitle("No workbook")
        .build();
  }

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
}
