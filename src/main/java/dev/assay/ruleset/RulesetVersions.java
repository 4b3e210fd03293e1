package dev.assay.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The stored versions. */
@ApplicationScoped
class RulesetVersions implements PanacheRepositoryBase<RulesetVersion, Integer> {

  /** Serializes whatever adds a version or makes one live. */
  private static final long LOCK = 0x4153534159_0001L;

  /** Workbooks and findings may be large, so lists leave them out. */
  private static final String PAGE =
      """
      SELECT new dev.assay.ruleset.VersionSummary(v.number, v.comment, v.createdAt, v.createdBy,
          v.shipped, v.figures, p.publishedAt, p.publishedBy,
          p.sequence = (SELECT max(l.sequence) FROM Publication l))
      FROM RulesetVersion v
      LEFT JOIN Publication p ON p.sequence =
          (SELECT max(o.sequence) FROM Publication o WHERE o.ruleset = v.number)
      WHERE v.number <= :from
      ORDER BY v.number DESC
      """;

  /** Waits until no other process adds or publishes; lasts until the transaction ends. */
  void lock() {
    getEntityManager()
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
        .setParameter("lock", LOCK)
        .getSingleResult();
  }

  /** Whether any version has this workbook. */
  boolean knowsWorkbook(RuleFiles files) {
    return count("workbookDigest", files.workbookDigest()) > 0;
  }

  /** Whether any version has this DRL. */
  boolean knowsDrl(RuleFiles files) {
    return count("drl", files.drl()) > 0;
  }

  int nextNumber() {
    RulesetVersion last = find("", Sort.descending("number")).firstResult();
    return last == null ? 1 : last.number + 1;
  }

  /**
   * A page of all versions, newest first.
   *
   * @param from the highest number on it
   */
  List<VersionSummary> page(int from, int limit) {
    return getEntityManager()
        .createQuery(PAGE, VersionSummary.class)
        .setParameter("from", from)
        .setMaxResults(limit)
        .getResultList();
  }
}
