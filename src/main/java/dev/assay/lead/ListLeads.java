package dev.assay.lead;

import dev.assay.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists leads, best first, page by page. */
@ApplicationScoped
public class ListLeads {
  private final Ranking ranking;

  ListLeads(Ranking ranking) {
    this.ranking = ranking;
  }

  /**
   * A page.
   *
   * @param cursor the {@code next} of the page before, null for the first page
   * @param limit how many leads at most
   */
  public RankingPage list(RankingFilter filter, @Nullable String cursor, int limit)
      throws SQLException {
    refuseNul("stage", filter.stage());
    refuseNul("band", filter.band());
    refuseNul("grade", filter.grade());
    refuseNul("owner", filter.owner());
    refuseNul("q", filter.text());
    RankCursor after = cursor == null ? null : RankCursor.parse(cursor);
    if (cursor != null && after == null) {
      throw Problems.badRequest("cursor must be the next of a page before, unchanged.");
    }
    List<RankedLead> found = ranking.page(filter, after, limit + 1);
    if (found.size() <= limit) {
      return new RankingPage(found, null);
    }
    List<RankedLead> page = found.subList(0, limit);
    return new RankingPage(page, RankCursor.after(page.get(limit - 1)).text());
  }

  /** The database knows no such character and would fail. */
  private static void refuseNul(String name, @Nullable String value) {
    if (value != null && value.indexOf(0) >= 0) {
      throw Problems.badRequest(name + " must not hold the character NUL.");
    }
  }
}
