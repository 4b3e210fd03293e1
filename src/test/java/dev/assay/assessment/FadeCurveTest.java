package dev.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.Fade.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside the curve as it is drawn, in fractions of any length. */
class FadeCurveTest {

  @Test
  void isTheSumOfWhatRemains() {
    Seeds.upTo(300, FadeCurveTest::isTheSumOfWhatRemains);
  }

  private static void isTheSumOfWhatRemains(long seed) {
    Random random = new Random(seed);
    Fade fade = fade(random, 12);
    int points = random.nextInt(41) - 20;
    long[] ages = ages(random, fade);

    long total = fade.total(points, ages);

    assertThat(total).as("%d, %s", points, fade).isEqualTo(remains(fade, points, ages));
  }

  @Test
  void nextChangesWithTheNextStepUntilAllIsSpent() {
    Seeds.upTo(300, FadeCurveTest::nextChangesWithTheNextStepUntilAllIsSpent);
  }

  private static void nextChangesWithTheNextStepUntilAllIsSpent(long seed) {
    Random random = new Random(seed);
    Fade fade = fade(random, 12);
    for (long age : ages(random, fade)) {
      assertThat(fade.nextChange(age)).as("%s of %d", fade, age).isEqualTo(next(fade, age));
    }
  }

  @ParameterizedTest
  @CsvSource({"50% per 90 days,180", "'100% per 3 days, daily',3", "half-life 2 days,64"})
  void isSpentFromItsLastStepOn(String text, int days) {
    Fade fade = java.util.Objects.requireNonNull(Fade.parse(text));
    long spent = days * Days.MILLIS;

    assertThat(fade.nextChange(spent - 1)).isEqualTo(spent);
    assertThat(fade.nextChange(spent)).isEqualTo(Long.MAX_VALUE);
    assertThat(fade.nextChange(spent + 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void isReadFromItsWords() {
    assertThat(Fade.parse("50% per 90 days")).isEqualTo(new Fade(Kind.LINEAR, 50, 90, 90));
    assertThat(Fade.parse("7% per 30 days, daily")).isEqualTo(new Fade(Kind.LINEAR, 7, 30, 1));
    assertThat(Fade.parse("half-life of 9 days")).isEqualTo(new Fade(Kind.HALF_LIFE, 50, 9, 1));
    assertThat(new Fade(Kind.LINEAR, 7, 30, 1)).hasToString("7% per 30 days, daily");
    assertThat(new Fade(Kind.LINEAR, 7, 30, 30)).hasToString("7% per 30 days");
    assertThat(new Fade(Kind.HALF_LIFE, 50, 9, 1)).hasToString("half-life 9 days");
  }

  static Fade fade(Random random, int mostDays) {
    int period = 1 + random.nextInt(mostDays);
    return switch (random.nextInt(3)) {
      case 0 -> new Fade(Kind.LINEAR, 1 + random.nextInt(100), period, period);
      case 1 -> new Fade(Kind.LINEAR, 1 + random.nextInt(100), period, 1);
      default -> new Fade(Kind.HALF_LIFE, 50, period, 1 + random.nextInt(3));
    };
  }

  private static long[] ages(Random random, Fade fade) {
    return LongStream.generate(
            () ->
                Math.max(
                    0, random.nextInt(4 * fade.period()) * Days.MILLIS + random.nextInt(3) - 1))
        .limit(random.nextInt(5))
        .toArray();
  }

  /** What remains of so many points each, rounded half away from zero. */
  static long remains(Fade fade, int points, long[] ages) {
    BigDecimal sum = BigDecimal.ZERO;
    for (long age : ages) {
      sum = sum.add(left(fade, age));
    }
    return sum.multiply(BigDecimal.valueOf(points))
        // Thirds of a hundred digits: nothing but a true half stays one.
        .setScale(30, RoundingMode.HALF_EVEN)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** The part of the points that an occurrence of that age still gives. */
  static BigDecimal left(Fade fade, long age) {
    long days = age / Days.MILLIS / fade.step() * fade.step();
    if (fade.kind() == Kind.HALF_LIFE) {
      return days >= 32L * fade.period()
          ? BigDecimal.ZERO
          : new BigDecimal(StrictMath.pow(0.5, (double) days / fade.period()));
    }
    BigDecimal lost =
        BigDecimal.valueOf(fade.percent() * days)
            .divide(BigDecimal.valueOf(100L * fade.period()), new MathContext(100));
    return BigDecimal.ONE.subtract(lost).max(BigDecimal.ZERO);
  }

  /** At what age an occurrence of the given age next loses points. */
  static long next(Fade fade, long age) {
    if (left(fade, age).signum() == 0) {
      return Long.MAX_VALUE;
    }
    long next = 0;
    while (next <= age) {
      next += fade.step() * Days.MILLIS;
    }
    return next;
  }
}
