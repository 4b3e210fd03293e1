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

  @JdbcTypeCode(SqlTypes.JSON)
  List<DrlFile> drl;

  byte[] digest;

  String comment;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "published_at")
  @Nullable Instant publishedAt;

  /** For Hibernate, which fills in the fields. */
  @SuppressWarnings("NullAway.Init")
  protected RulesetVersion() {}

  RulesetVersion(int number, RuleFiles files, String comment, Instant publishedAt) {
    this.number = number;
    this.workbook = files.workbook();
    this.drl = files.drl();
    this.digest = files.digest();
    this.comment = comment;
    this.createdAt = publishedAt;
    this.publishedAt = publishedAt;
  }

  RuleFiles files() {
    return new RuleFiles(workbook, drl);
  }
}
