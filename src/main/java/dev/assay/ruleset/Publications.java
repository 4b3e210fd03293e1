package dev.assay.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which version went live when. */
@ApplicationScoped
class Publications implements PanacheRepositoryBase<Publication, Integer> {
  private static final int SHOWN = 50;

  /** The one that counts, null before the first. */
  @Nullable Publication last() {
    return find("", Sort.descending("sequence")).firstResult();
  }

  /** The newest of all versions, newest first. */
  List<Publication> latest(int limit) {
    return find("", Sort.descending("sequence")).page(0, limit).list();
  }

  /** The newest of a version, newest first. */
  List<Publication> of(int ruleset) {
    return find("ruleset", Sort.descending("sequence"), ruleset).page(0, SHOWN).list();
  }
}
