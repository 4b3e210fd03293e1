package dev.assay.contract;

import java.util.List;
import java.util.Random;

/** Chooses by a seed. */
final class Choice {
  private final Random random;

  Choice(Random random) {
    this.random = random;
  }

  /** One time in so many. */
  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The sound value, mostly. */
  String inAddress(String sound) {
    return chance(3) ? of(Odd.IN_ADDRESSES) : sound;
  }
}
