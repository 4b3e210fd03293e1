package dev.assay.exports;

import dev.assay.lead.ListLeads;
import dev.assay.lead.RankedLead;
import dev.assay.lead.RankingFilter;
import dev.assay.lead.RankingPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ranked list as rows, read page by page while it is written. */
@ApplicationScoped
class Rows {
  private static final int PAGE = 1_000;

  /** The names of the fields, as everywhere else. */
  static final List<String> HEADER =
      List.of(
          "lead",
          "firstName",
          "lastName",
          "title",
          "company",
          "email",
          "score",
          "fit",
          "engagement",
          "grade",
          "band",
          "stage",
          "owner",
          "lastActivityAt");

  private final ListLeads list;

  Rows(ListLeads list) {
    this.list = list;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Sheet {
    void row(List<@Nullable Object> cells) throws IOException;
  }

  /**
   * Writes the leads that pass the filter, best first. No transaction is held meanwhile, so a lead
   * whose score changes may be found at its old place, its new one, both, or neither.
   */
  void write(RankingFilter filter, Sheet sheet) throws IOException, SQLException {
    String next = null;
    do {
      RankingPage page = list.list(filter, next, PAGE);
      for (RankedLead lead : page.leads()) {
        sheet.row(cells(lead));
      }
      next = page.next();
    } while (next != null);
  }

  /** Refuses what cannot be asked, before anything is written. */
  void check(RankingFilter filter) throws SQLException {
    list.list(filter, null, 1);
  }

  private static List<@Nullable Object> cells(RankedLead lead) {
    return Arrays.<@Nullable Object>asList(
        lead.lead(),
        lead.firstName(),
        lead.lastName(),
        lead.title(),
        lead.company(),
        lead.email(),
        lead.score(),
        lead.fit(),
        lead.engagement(),
        lead.grade(),
        lead.band(),
        lead.stage(),
        lead.owner(),
        lead.lastActivityAt());
  }
}
