package dev.assay.http;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/**
 * Finds a header line that is folded, which goes on in the next line after a space or tab. RFC 9112
 * (5.2) has abolished that: what is in front of the service may read it otherwise than the service
 * does. The decoder unfolds such lines without a word, so they are looked for in the bytes.
 *
 * <p>A second request that arrives in one piece with the end of the first is not looked at.
 */
final class HeadScan implements ByteProcessor {
  private int lineLength;
  private boolean firstLine = true;
  private boolean ended;
  private boolean folded;

  /** Begins with the next head. */
  void restart() {
    lineLength = 0;
    firstLine = true;
    ended = false;
    folded = false;
  }

  /** Looks at more bytes of the head; what follows it is not looked at. */
  boolean findsFolded(ByteBuf bytes) {
    if (!ended) {
      bytes.forEachByte(this);
    }
    return folded;
  }

  @Override
  public boolean process(byte next) {
    if (next == '\r') {
      return true;
    }
    if (next == '\n') {
      ended = lineLength == 0 && !firstLine;
      firstLine = firstLine && lineLength == 0;
      lineLength = 0;
      return !ended;
    }
    if (lineLength == 0 && !firstLine && (next == ' ' || next == '\t')) {
      folded = true;
      return false;
    }
    lineLength++;
    return true;
  }
}
