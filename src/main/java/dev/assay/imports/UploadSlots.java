package dev.assay.imports;

import dev.assay.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Bounds how many files arrive at once, in all and with one key. */
@ApplicationScoped
class UploadSlots {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ImportConfig config;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  UploadSlots(ImportConfig config) {
    this.config = config;
  }

  /** A place among the uploads, given back when it is closed. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place.
   *
   * @param key with which the file is uploaded
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if there is none (429)
   */
  synchronized Slot take(String key) {
    int ofKey = taken.getOrDefault(key, 0);
    if (ofKey >= config.maxUploadsPerKey()) {
      throw Problems.tooManyRequests(
          "%d files arrive with this key already; upload one after the other.".formatted(ofKey),
          SOON);
    }
    if (all >= config.maxUploads()) {
      throw Problems.tooManyRequests(
          "%d files arrive already; repeat the upload later.".formatted(all), SOON);
    }
    all++;
    taken.put(key, ofKey + 1);
    return () -> giveBack(key);
  }

  private synchronized void giveBack(String key) {
    all--;
    taken.computeIfPresent(key, (same, uploads) -> uploads == 1 ? null : uploads - 1);
  }
}
