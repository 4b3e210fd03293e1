package dev.assay.ruleset;

import dev.assay.assessment.RuleSet;
import dev.assay.engine.DrlFile;
import dev.assay.problem.Problems;
import dev.assay.workbook.Reading;
import dev.assay.workbook.Workbook;
import dev.assay.workbook.WorkbookReader;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens any stored version: as file, as typed workbook, or as rules that can assess. */
@ApplicationScoped
public class OpenRuleset {
  private final RulesetVersions versions;
  private final Publications publications;
  private final CompileRules compile;

  OpenRuleset(RulesetVersions versions, Publications publications, CompileRules compile) {
    this.versions = versions;
    this.publications = publications;
    this.compile = compile;
  }

  /**
   * The workbook, byte for byte.
   *
   * @throws HttpProblem 404 if there is no such version
   */
  public byte[] file(int number) {
    return files(number).workbook();
  }

  /**
   * The rules in DRL that belong to it.
   *
   * @throws HttpProblem 404 if there is no such version
   */
  public List<DrlFile> drl(int number) {
    return files(number).drl();
  }

  /**
   * The workbook, understood.
   *
   * @throws HttpProblem 404 if there is no such version, 409 if its workbook has errors
   */
  public Workbook workbook(int number) {
    return understood(number, files(number));
  }

  /**
   * The rules, compiled for the caller alone: release them by forgetting them. Their lanes are none
   * of the live rules', so that to use them holds up no event.
   *
   * @throws HttpProblem 404 if there is no such version, 409 if its workbook has errors
   */
  public RuleSet rules(int number) {
    RuleFiles files = files(number);
    return compile.compile(number, understood(number, files), files.drl());
  }

  /**
   * As {@link #rules}, but for one assessment after the other, and sooner ready.
   *
   * @throws HttpProblem 404 if there is no such version, 409 if its workbook has errors
   */
  public RuleSet rulesForOne(int number) {
    RuleFiles files = files(number);
    return compile.compileForOne(number, understood(number, files), files.drl());
  }

  /** The number of the version that is live, for all replicas. */
  public int live() {
    Publication last = QuarkusTransaction.joiningExisting().call(publications::last);
    return Objects.requireNonNull(last, "The service publishes one before it is ready").ruleset();
  }

  private RuleFiles files(int number) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> known(versions.find(number), number).files());
  }

  static Workbook understood(int number, RuleFiles files) {
    Reading reading = WorkbookReader.read(files.workbook());
    if (reading instanceof Reading.Understood understood) {
      return understood.workbook();
    }
    throw HttpProblem.builder(
            Problems.conflict(
                "The workbook of rule set %d has errors: correct them and upload it as a new one."
                    .formatted(number)))
        .withType(Problems.type("not-sound"))
        .with("errors", reading.errors())
        .build();
  }

  /** The version, if there is one of that number. */
  static RulesetVersion known(@Nullable RulesetVersion version, int number) {
    if (version == null) {
      throw Problems.notFound(
          "There is no rule set %d; GET /v1/rulesets lists all.".formatted(number));
    }
    return version;
  }
}
