package dev.assay.http;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a connection is too slow. It is told what comes and what is answered, and asked
 * from time to time. Times are nanoseconds of one clock that only runs forward.
 *
 * <p>Not safe for use by several threads: a connection has one event loop.
 */
final class ConnectionPace {
  private static final long NONE = Long.MIN_VALUE;

  private final Limits limits;
  private long headSince;
  private long idleSince = NONE;
  private boolean bodyOpen;
  private long windowSince;
  private long windowBytes;
  private int inFlight;
  private long stalledSince = NONE;
  private long stalledBytes;

  /**
   * The limits, all times in nanoseconds.
   *
   * @param header from the first byte of a request to the end of its head
   * @param window over which the rate of a body is measured
   * @param windowBytes that have to arrive within it
   * @param idle without a request
   * @param write without a byte of the answer that the client took
   */
  record Limits(long header, long window, long windowBytes, long idle, long write) {}

  /** What makes a connection too slow. */
  enum Slow {
    HEAD,
    BODY,
    IDLE,
    ANSWER
  }

  ConnectionPace(Limits limits, long now) {
    this.limits = limits;
    headSince = now;
  }

  /** Bytes came from the client. */
  void bytes(long now, int bytes) {
    windowBytes += bytes;
    if (idleSince != NONE) {
      idleSince = NONE;
      headSince = now;
    }
  }

  /** Whether the bytes that come now belong to the head of a request. */
  boolean awaitsHead() {
    return headSince != NONE || idleSince != NONE;
  }

  /** The head of a request is there, and its body, if only an empty one, begins. */
  void requestBegan(long now) {
    headSince = NONE;
    idleSince = NONE;
    inFlight++;
    bodyOpen = true;
    windowSince = now;
    windowBytes = 0;
  }

  /** All of the request's body is there. */
  void bodyEnded() {
    bodyOpen = false;
  }

  /** The answer is written, or will never be. */
  void requestEnded(long now) {
    inFlight--;
    if (inFlight == 0) {
      idleSince = now;
    }
  }

  /**
   * What is too slow now, null if nothing is.
   *
   * @param reading whether the connection is read; where it is not, the service is the slow one
   * @param unwritten bytes of the answer that wait for the client, 0 if it keeps up
   */
  @Nullable Slow check(long now, boolean reading, long unwritten) {
    if (headSince != NONE && now - headSince >= limits.header()) {
      return Slow.HEAD;
    }
    if (idleSince != NONE && now - idleSince >= limits.idle()) {
      return Slow.IDLE;
    }
    if (inFlight > 0 && bodyOpen && slowBody(now, reading)) {
      return Slow.BODY;
    }
    return stalled(now, unwritten) ? Slow.ANSWER : null;
  }

  private boolean slowBody(long now, boolean reading) {
    if (!reading) {
      windowSince = now;
      windowBytes = 0;
      return false;
    }
    if (now - windowSince < limits.window()) {
      return false;
    }
    boolean slow = windowBytes < limits.windowBytes();
    windowSince = now;
    windowBytes = 0;
    return slow;
  }

  private boolean stalled(long now, long unwritten) {
    if (unwritten == 0) {
      stalledSince = NONE;
      return false;
    }
    if (stalledSince == NONE || unwritten != stalledBytes) {
      stalledSince = now;
      stalledBytes = unwritten;
      return false;
    }
    return now - stalledSince >= limits.write();
  }
}
