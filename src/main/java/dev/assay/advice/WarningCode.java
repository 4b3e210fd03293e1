package dev.assay.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of warning; their codes are part of the HTTP contract. */
public enum WarningCode {
  /** The conditions of a row contradict each other. */
  NEVER_MATCHES("a row whose conditions contradict each other"),
  /** Wherever one row gives points, another gives points for the same. */
  POINTS_TWICE("a row that gives points only where another row gives points too"),
  /** A row below another that always decides first. */
  NEVER_DECIDES("a grade, band or owner for which a row above always decides"),
  OVERLAP("ranges of a number that overlap"),
  GAP("a range of a number that no row covers, between two that are covered"),
  NEVER_REACHED("a threshold that no lead can ever reach"),
  ALWAYS_REACHED("a threshold that every lead reaches"),
  NEVER_LEFT("a stage that no score is low enough to leave"),
  UNKNOWN_TRAIT("a trait that is asked for but never asserted"),
  UNUSED_TRAIT("a trait that is asserted but never asked for"),
  UNKNOWN_STAGE("a stage that is asked for but for which no row qualifies"),
  EMPTY_GROUP("a group without members"),
  UNKNOWN_EVENT_TYPE("an event type that was never seen"),
  POINTLESS_AT_MOST("an atMost that cannot change the points"),
  POINTLESS_WITHIN("a within that cannot change the points"),
  NEVER_COUNTS("a within that leaves out all that the row asks for"),
  QUIET_SUBJECTS("a quietFor that holds of single subjects"),
  /** Not everything was compared. */
  TOO_MUCH("more to compare or to say than is sensible");

  private final String about;

  WarningCode(String about) {
    this.about = about;
  }

  /** What it warns of, in a few words. */
  public String about() {
    return about;
  }

  /** As it is written in answers, such as {@code never-matches}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
