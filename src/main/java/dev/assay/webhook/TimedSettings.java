package dev.assay.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks what an endpoint is to be told by and by, and says what of its row that sets. */
@Singleton
class TimedSettings {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Set<EndpointKind> FOR_PEOPLE =
      Set.of(EndpointKind.EMAIL, EndpointKind.SLACK, EndpointKind.TEAMS);

  private final Clock clock;

  TimedSettings(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what cannot be
   */
  List<Setting> of(EndpointKind kind, EndpointRequest request) {
    List<Setting> settings = new ArrayList<>();
    Duration digest = request.digest();
    if (digest != null) {
      check(kind, digest);
      Integer seconds = digest.isZero() ? null : (int) digest.toSeconds();
      settings.add(new Setting("digest_seconds", "integer", seconds));
    }
    FollowUp followUp = request.followUp();
    if (followUp != null) {
      followUp.check();
      Duration after = followUp.after();
      // What came before is not reminded of.
      String now = clock.instant().toString();
      settings.add(new Setting("follow_up_stage", "text", followUp.stage()));
      settings.add(
          new Setting(
              "follow_up_seconds", "integer", after == null ? null : (int) after.toSeconds()));
      settings.add(new Setting("follow_up_since", "timestamptz", now));
      settings.add(new Setting("follow_up_seen", "timestamptz", now));
    }
    return settings;
  }

  private static void check(EndpointKind kind, Duration digest) {
    if (!FOR_PEOPLE.contains(kind)) {
      throw Problems.invalid(
          "digest is for people: kinds email, slack and teams; an endpoint of kind %s gets each message by itself. Leave it out"
              .formatted(kind.wireName()));
    }
    if (!digest.isZero() && (digest.compareTo(SHORTEST) < 0 || digest.compareTo(LONGEST) > 0)) {
      throw Problems.invalid(
          "digest is %s; expected a duration from PT1M to P7D such as PT1H, or PT0S for none"
              .formatted(digest));
    }
  }
}
