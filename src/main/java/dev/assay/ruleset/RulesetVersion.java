package dev.assay.ruleset;

import dev.assay.engine.DrlFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A stored version of the rules. Versions are added, never changed. */
@Entity
@Immutable
@Table(name = "ruleset")
class RulesetVersion {
  @Id int number;

  byte[] workbook;

  /** SHA-256 of the workbook, by the database. */
  @Column(name = "workbook_digest", insertable = false, updatable = false)
  byte[] workbookDigest;

  @JdbcTypeCode(SqlTypes.JSON)
  List<DrlFile> drl;

  String comment;

  @Column(name = "created_at")
  Instant createdAt;

  /** Id of the key that uploaded it; null when it was made of the deployment. */
  @Column(name = "created_by")
  @Nullable String createdBy;

  /** Whether the workbook came with a deployment and not from analysts. */
  boolean shipped;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable Findings findings;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable Figures figures;

  /** For Hibernate, which fills in the fields. */
  @SuppressWarnings("NullAway.Init")
  protected RulesetVersion() {}

  @SuppressWarnings("NullAway.Init") // the database gives the digest
  RulesetVersion(
      int number,
      RuleFiles files,
      boolean shipped,
      Findings findings,
      String comment,
      @Nullable String createdBy,
      Instant createdAt) {
    this.number = number;
    this.workbook = files.workbook();
    this.drl = files.drl();
    this.shipped = shipped;
    this.findings = findings;
    this.figures = findings.figures();
    this.comment = comment;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  RuleFiles files() {
    return new RuleFiles(workbook, drl);
  }
}
