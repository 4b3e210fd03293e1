package dev.assay.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often leads are won. A lead is won when sales ever reported so; what it is compared with is
 * all leads that were simulated, as a lead of which nothing was reported was not won.
 *
 * @param withOutcome leads of which sales reported anything
 */
public record Closing(long withOutcome, Share all, List<Rate> stages, List<Rate> bands) {

  /**
   * Of the leads in a stage or band.
   *
   * @param name null for none
   */
  public record Rate(@Nullable String name, Share before, Share after) {}

  static Closing of(Tally tally, Matrix stages, Matrix bands) {
    return new Closing(
        tally.withOutcome,
        Share.of(tally.won, tally.leads),
        rates(stages.names(), tally.stagesWon, tally.stages),
        rates(bands.names(), tally.bandsWon, tally.bands));
  }

  private static List<Rate> rates(
      List<@Nullable String> names, Transitions won, Transitions leads) {
    List<Rate> rates = new ArrayList<>();
    for (String name : names) {
      rates.add(
          new Rate(
              name,
              Share.of(won.before(name), leads.before(name)),
              Share.of(won.after(name), leads.after(name))));
    }
    return rates;
  }
}
