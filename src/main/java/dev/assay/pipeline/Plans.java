package dev.assay.pipeline;

import dev.assay.database.RoundTrip;

/**
 * How the database is to carry out the statements of a batch: each finds its rows by their keys,
 * however many there are. PostgreSQL would plan anew for each small batch, which takes longer than
 * to carry it out, and a plan once made for a small table would read the whole of a large one
 * (docs/decisions/0025-two-ways-to-the-database.md).
 */
final class Plans {
  private static final String KEEP =
      """
      SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
          set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
          set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)
      """;

  private Plans() {}

  /** From here on until the end of the transaction. */
  static void keep(RoundTrip trip) {
    trip.query(KEEP, (statement, index) -> index, row -> {});
  }
}
