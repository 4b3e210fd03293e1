package dev.assay.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Whether leads for which a row fires are won more often than the rest.
 *
 * @param fired those for which it fires
 * @param rest those for which it does not
 * @param difference of the two rates (Newcombe's interval)
 * @param ratio of the two rates (Katz' interval); null where one of them is 0
 * @param suggestedPoints the close rate of the row over that of all leads, in whole points; null
 *     where the row takes points or too few leads say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lift(
    Share fired,
    Share rest,
    Interval difference,
    @Nullable Interval ratio,
    @Nullable Integer suggestedPoints) {

  /** Leads for which a row must fire before points are suggested for it. */
  static final int FEWEST_LEADS = 30;

  /**
   * @param count what the row did
   * @param won leads that were won, of all
   * @param leads all
   * @param suggest whether to suggest points
   */
  static Lift of(RowCounts.RowCount count, long won, long leads, boolean suggest) {
    long restWon = won - count.won;
    long rest = leads - count.leads;
    return new Lift(
        Share.of(count.won, count.leads),
        Share.of(restWon, rest),
        Interval.difference(count.won, count.leads, restWon, rest),
        Interval.ratio(count.won, count.leads, restWon, rest),
        suggest ? suggested(count, won, leads) : null);
  }

  /** A row that counts each occurrence shares its points among as many as there usually are. */
  private static @Nullable Integer suggested(RowCounts.RowCount count, long won, long leads) {
    if (count.points <= 0 || count.leads < FEWEST_LEADS || won == 0) {
      return null;
    }
    double rate = (double) count.won / count.leads;
    double overall = (double) won / leads;
    double occurrences = Math.max(1, (double) count.occurrences / count.leads);
    return (int) Math.round(rate / overall / occurrences);
  }
}
