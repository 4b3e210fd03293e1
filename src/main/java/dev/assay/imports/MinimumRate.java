package dev.assay.imports;

import dev.assay.problem.Problems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Ends an upload that is too slow. Only the time counts in which the sender is waited for, so a
 * slow disk of ours is not the sender's fault.
 */
final class MinimumRate extends FilterInputStream {
  private static final double NANOS = 1e9;

  private final long rate;
  private final Duration window;
  private final LongSupplier nanoTime;
  private long waited;
  private long arrived;

  /**
   * @param rate bytes a second that must arrive on average
   * @param window over how long that is measured
   * @param nanoTime as {@link System#nanoTime}
   */
  MinimumRate(InputStream sent, long rate, Duration window, LongSupplier nanoTime) {
    super(sent);
    this.rate = rate;
    this.window = window;
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if too little arrives (408)
   */
  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    long begun = nanoTime.getAsLong();
    int read = super.read(buffer, from, most);
    waited += nanoTime.getAsLong() - begun;
    arrived += Math.max(0, read);
    if (read >= 0 && waited >= window.toNanos()) {
      if (arrived < rate * (waited / NANOS)) {
        throw Problems.requestTimeout(
            "Only %d bytes arrived in %d seconds, and a file must arrive at %d bytes a second; send"
                    .formatted(arrived, Duration.ofNanos(waited).toSeconds(), rate)
                + " it again over a faster connection. Nothing was stored.");
      }
      waited = 0;
      arrived = 0;
    }
    return read;
  }

  /** Leaves the connection alone: closing what arrives would read all of it first. */
  @Override
  public void close() {}
}
