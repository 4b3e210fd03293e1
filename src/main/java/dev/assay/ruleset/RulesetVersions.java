package dev.assay.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The stored versions. */
@ApplicationScoped
class RulesetVersions implements PanacheRepositoryBase<RulesetVersion, Integer> {

  /** Keeps replicas that start together from numbering the same rules twice. */
  private static final long LOCK = 0x4153534159_0001L;

  /** Waits until no other process adds a version; lasts until the transaction ends. */
  void lock() {
    getEntityManager()
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
        .setParameter("lock", LOCK)
        .getSingleResult();
  }

  /** The version that was published last, null if none ever was. */
  @Nullable RulesetVersion latest() {
    return find(
            "publishedAt IS NOT NULL",
            Sort.descending("publishedAt").and("number", Sort.Direction.Descending))
        .firstResult();
  }

  boolean knows(RuleFiles files) {
    return count("digest", files.digest()) > 0;
  }

  int nextNumber() {
    RulesetVersion last = find("", Sort.descending("number")).firstResult();
    return last == null ? 1 : last.number + 1;
  }
}
