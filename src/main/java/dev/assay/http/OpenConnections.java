package dev.assay.http;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts open connections, in all and by address, and those that were refused or closed. */
final class OpenConnections {

  /** Those of this process; Netty makes what counts them, so no container can hand it over. */
  static final OpenConnections OF_PROCESS = new OpenConnections();

  private volatile ConnectionLimits limits = ConnectionLimits.NONE_ACCEPTED;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder tooSlow = new LongAdder();

  /**
   * Counts one more connection.
   *
   * @param address of the peer; null where it has none, as on a local socket
   * @return false if there are too many; then nothing was counted
   */
  boolean open(@Nullable InetAddress address) {
    if (all.incrementAndGet() > limits.maxInAll()) {
      all.decrementAndGet();
      refused.increment();
      return false;
    }
    if (address != null && byAddress.merge(address, 1, Integer::sum) > limits.maxOfAddress()) {
      close(address);
      refused.increment();
      return false;
    }
    return true;
  }

  /** Counts one connection less. */
  void close(@Nullable InetAddress address) {
    all.decrementAndGet();
    if (address != null) {
      byAddress.computeIfPresent(address, (same, open) -> open == 1 ? null : open - 1);
    }
  }

  /** Counts a connection that was closed because it was too slow. */
  void closedAsTooSlow() {
    tooSlow.increment();
  }

  /** Sets other limits, for connections to come. */
  void limit(ConnectionLimits limits) {
    this.limits = limits;
  }

  ConnectionLimits limits() {
    return limits;
  }

  int all() {
    return all.get();
  }

  int addresses() {
    return byAddress.size();
  }

  long refused() {
    return refused.sum();
  }

  long tooSlow() {
    return tooSlow.sum();
  }
}
