package dev.assay.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an explanation. The points of all lines sum to the score. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Line.Award.class, name = "award"),
  @JsonSubTypes.Type(value = Line.Limit.class, name = "limit")
})
public sealed interface Line {

  /** Whole points, never 0. */
  int points();

  String reason();

  /**
   * Points that one rule gives.
   *
   * @param pointsEach what the rule gives, or gives per occurrence, before fading
   * @param fade null when the points do not fade
   * @param atMost how many occurrences count at most, null for all
   * @param within in how many last days occurrences count, null for ever
   * @param counted what was counted, empty when the rule looks at the lead alone
   * @param occurrences how many occurrences gave points
   * @param first the earliest occurrence that gave points
   * @param last the latest occurrence that gave points
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Award(
      int points,
      String reason,
      RuleSource rule,
      Dimension dimension,
      @Nullable String group,
      int pointsEach,
      @Nullable Fade fade,
      @Nullable Integer atMost,
      @Nullable Integer within,
      List<Counted> counted,
      @Nullable Integer occurrences,
      @Nullable Instant first,
      @Nullable Instant last)
      implements Line {}

  /** An activity that an award looked at. The subject is null where all subjects count. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Counted(String type, @Nullable String subject, int occurrences) {}

  /**
   * Points added or taken to stay within a limit.
   *
   * @param limit the floor or cap
   * @param group null for the limits of the whole score
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Limit(
      int points, String reason, int limit, @Nullable String group, @Nullable Dimension dimension)
      implements Line {}
}
