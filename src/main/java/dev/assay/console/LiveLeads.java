package dev.assay.console;

import dev.assay.lead.ListLeads;
import dev.assay.lead.RankedLead;
import dev.assay.lead.RankingPage;
import dev.assay.lead.Trends;
import dev.assay.security.Roles;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Tells a list that is open what has changed since it was drawn. The same list is read again every
 * few seconds, by index, so nothing has to be announced between replicas. A stream ends after a
 * minute and is asked for anew, so a session that has ended sees no more than that.
 */
@Path("/live/leads")
@RolesAllowed({Roles.SALES, Roles.ANALYST})
class LiveLeads {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int TIMES = 20;

  private final ListLeads list;
  private final Trends trends;
  private final Clock clock;
  private volatile boolean ending;

  LiveLeads(ListLeads list, Trends trends, Clock clock) {
    this.list = list;
    this.trends = trends;
    this.clock = clock;
  }

  /** The rows that differ from those shown, and the order in which all of them stand now. */
  record News(List<Row> rows, List<String> order) {}

  /** A row, as HTML. */
  record Row(String lead, String state, String html) {}

  /** Open streams would keep the process from ending. */
  @PermitAll
  void end(@Observes ShutdownDelayInitiatedEvent event) {
    ending = true;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<News> stream(
      @BeanParam LeadsQuery query, @QueryParam("state") @DefaultValue("") String state) {
    Set<String> shown = new HashSet<>(Arrays.asList(state.split(",")));
    query.filter();
    return Multi.createFrom()
        .ticks()
        .every(EVERY)
        .onOverflow()
        .drop()
        .select()
        .first(tick -> !ending)
        .select()
        .first(TIMES)
        .onItem()
        .transformToUniAndConcatenate(
            tick ->
                Uni.createFrom()
                    .item(() -> news(query, shown))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .select()
        .where(news -> !news.rows().isEmpty());
  }

  private News news(LeadsQuery query, Set<String> shown) {
    try {
      RankingPage page = list.list(query.filter(), query.cursor(), LeadsPage.ROWS);
      Set<String> known = Set.copyOf(shown);
      List<RankedLead> changed =
          page.leads().stream().filter(lead -> !known.contains(LeadRow.state(lead))).toList();
      if (changed.isEmpty()) {
        return new News(List.of(), List.of());
      }
      Map<String, int[]> lines =
          trends.of(changed.stream().map(RankedLead::lead).toList(), LeadRow.DAYS);
      List<Row> rows =
          LeadRow.all(page.leads(), lines, clock.instant()).stream()
              .filter(row -> !known.contains(row.state()))
              .map(
                  row ->
                      new Row(
                          row.lead().lead(), row.state(), LeadsPage.Templates.row(row).render()))
              .toList();
      rows.forEach(row -> shown.add(row.state()));
      return new News(rows, page.leads().stream().map(RankedLead::lead).toList());
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot read the list again", failure);
    }
  }
}
