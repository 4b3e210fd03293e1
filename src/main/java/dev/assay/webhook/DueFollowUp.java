package dev.assay.webhook;

import dev.assay.assessment.Lead;
import dev.assay.scoring.step.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead to be reminded of.
 *
 * @param stageChange the number of the change that brought it there
 * @param messages how many messages were written about it so far
 * @param standing where it stands now
 * @param ruleset of the rules that say so
 */
record DueFollowUp(
    String lead,
    Lead profile,
    int stageChange,
    int messages,
    Instant reachedAt,
    Standing standing,
    int ruleset) {

  /** What the message says, under the names of the other messages about leads. */
  record Data(
      String lead,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      int sequence,
      @Nullable String stage,
      String reachedAt,
      int score,
      int fit,
      int engagement,
      @Nullable String grade,
      @Nullable String band,
      @Nullable String owner,
      int ruleset,
      List<String> reasons,
      @Nullable String cause) {}

  static DueFollowUp read(ResultSet row, Lead profile) throws SQLException {
    return new DueFollowUp(
        row.getString("lead"),
        profile,
        row.getInt("stage_change"),
        row.getInt("messages"),
        row.getObject("reached_at", OffsetDateTime.class).toInstant(),
        new Standing(
            row.getInt("score"),
            row.getInt("fit"),
            row.getInt("engagement"),
            row.getString("grade"),
            row.getString("band"),
            row.getString("stage"),
            row.getString("owner")),
        row.getInt("ruleset"));
  }

  /** Whether the endpoint wants to hear of this lead; its stage was asked already. */
  boolean passes(EndpointFilter filter) {
    List<LeadCondition> conditions = filter.lead();
    return Names.admit(filter.bands(), standing.band())
        && Names.admit(filter.owners(), standing.owner())
        && Names.admit(filter.regions(), profile.region())
        && conditions.stream().allMatch(one -> one.condition().holds(profile));
  }

  Data data() {
    return new Data(
        lead,
        profile.email(),
        profile.firstName(),
        profile.lastName(),
        profile.company(),
        messages + 1,
        standing.stage(),
        reachedAt.toString(),
        standing.score(),
        standing.fit(),
        standing.engagement(),
        standing.grade(),
        standing.band(),
        standing.owner(),
        ruleset,
        // Time brought it, and nothing that the lead did.
        List.of(),
        null);
  }
}
