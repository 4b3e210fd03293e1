package dev.assay.webhook;

import dev.assay.webhook.Answer.Answered;
import dev.assay.webhook.Answer.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Decides when to try again: ten tries over about three days, as Standard Webhooks recommends. */
final class RetrySchedule {

  /** The longest pause that a receiver may ask for. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Pauses vary by this share, so that what failed together is not tried together. */
  private static final double JITTER = 0.2;

  private final RandomGenerator random;

  RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param attempt the tries made in this round, this one included
   */
  Verdict judge(Answer answer, int attempt, Instant now) {
    Duration asked = Duration.ZERO;
    if (answer instanceof Answered answered) {
      if (answered.status() >= 200 && answered.status() < 300) {
        return new Verdict.Delivered();
      }
      if (answered.status() == 410) {
        return new Verdict.Gone();
      }
      asked = RetryAfter.parse(answered.retryAfter(), now);
    }
    if (attempt > PAUSES.size() || (answer instanceof Unanswered failed && failed.lasting())) {
      return new Verdict.Failed();
    }
    Duration pause = jittered(PAUSES.get(attempt - 1));
    Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
    return new Verdict.Retried(now.plus(longer));
  }

  private Duration jittered(Duration pause) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }
}
