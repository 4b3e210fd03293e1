package dev.assay.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ranking.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record RankingPage(List<RankedLead> leads, @Nullable String next) {

  public RankingPage {
    leads = List.copyOf(leads);
  }
}
