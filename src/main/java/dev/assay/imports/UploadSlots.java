package dev.assay.imports;

import dev.assay.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Bounds how many files arrive at once: with a key, and in all. */
@ApplicationScoped
class UploadSlots {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final int most;
  private final int mostPerKey;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  UploadSlots(ImportConfig config) {
    most = config.maxUploads();
    mostPerKey = config.maxUploadsPerKey();
  }

  /** Closing it lets another file arrive. */
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a slot for a file, to be closed once.
   *
   * @param key id of the key with which it is uploaded
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if too many files arrive already (429)
   */
  synchronized Slot take(String key) {
    int ofKey = taken.getOrDefault(key, 0);
    if (ofKey >= mostPerKey) {
      throw Problems.tooManyRequests(
          "%d files are being uploaded with this key, which is the most at once; upload this one"
                  .formatted(ofKey)
              + " when one of them has arrived.",
          SOON);
    }
    if (all >= most) {
      throw Problems.tooManyRequests(
          "%d files are being uploaded, which is the most at once; upload this one when one of them"
                  .formatted(all)
              + " has arrived.",
          SOON);
    }
    taken.put(key, ofKey + 1);
    all++;
    return () -> leave(key);
  }

  /** Files that arrive now. */
  synchronized int arriving() {
    return all;
  }

  private synchronized void leave(String key) {
    taken.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    all--;
  }
}
