package dev.assay.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How it goes.
 *
 * @param asOf when the figures were counted
 * @param lowScorersWhoBought of the latest 500 who bought, those with the lowest scores before
 */
@Schema(description = "The funnel, its weeks, outcomes by band, and how intake and delivery do")
public record Overview(
    Instant asOf, Figures figures, List<Bought> lowScorersWhoBought, Health health) {

  /**
   * What is counted over all leads.
   *
   * @param funnel lowest stage first
   * @param weeks in which leads came to a stage for the first time; those without any are left out
   * @param bands at the end of the last 26 weeks, and now
   * @param outcomes by the band in which leads were before sales reported the outcome
   */
  public record Figures(
      long leads,
      List<Step> funnel,
      List<Reached> weeks,
      List<BandWeek> bands,
      List<BandOutcome> outcomes,
      Deliveries deliveries) {}

  /**
   * A stage of the funnel.
   *
   * @param now leads that are in it
   * @param reached leads that ever came as far or farther
   * @param conversion the part of those of the step before that came here, from 0 to 1; null when
   *     there were none
   * @param medianDays from the step before to this one, of those that came here
   */
  public record Step(
      String stage,
      long now,
      long reached,
      @Nullable Double conversion,
      @Nullable Double medianDays) {}

  /**
   * Leads that came to a stage for the first time in a week.
   *
   * @param week its Monday
   */
  public record Reached(LocalDate week, String stage, long leads) {}

  /**
   * Leads in a band at the end of a week.
   *
   * @param week its Monday; the running one is as of now
   * @param band null for none
   */
  public record BandWeek(LocalDate week, @Nullable String band, long leads) {}

  /** What became of leads that were in a band; each lead by its latest outcome, won or lost. */
  public record BandOutcome(@Nullable String band, long won, long lost) {

    /** The part that bought, from 0 to 1. */
    public double getWinRate() {
      return (double) won / (won + lost);
    }
  }

  /**
   * Messages on their way.
   *
   * @param pending to be tried, again or for the first time
   * @param oldestPendingSince null when none is
   * @param delivered in the last 24 hours
   * @param failed given up, of the last 7 days
   */
  public record Deliveries(
      long pending, @Nullable Instant oldestPendingSince, long delivered, long failed) {}

  /** Someone who bought. */
  public record Bought(
      String lead,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      int scoreBefore,
      @Nullable String bandBefore,
      Instant boughtAt) {}

  /**
   * How the service does.
   *
   * @param waiting events that wait in this process
   * @param capacity how many may
   * @param setAside leads that could not be assessed
   */
  public record Health(long waiting, long capacity, long setAside) {}
}
