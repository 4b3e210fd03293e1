package dev.assay.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept-alive connection and the call that is under way on it. */
final class Exchange {
  private static final byte[] ACCEPTED =
      "\"status\":\"accepted\"".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final String LENGTH = "content-length:";
  private static final int CHUNKED = -1;
  private static final int HEXADECIMAL = 16;

  final SocketChannel channel;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private ByteBuffer in = ByteBuffer.allocate(64 * 1024);
  private int head = -1;
  private int length;
  private long since;

  Exchange(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Begins a call.
   *
   * @param since when it should have begun, as of {@link System#nanoTime()}
   */
  void send(byte[] request, long since) throws IOException {
    this.since = since;
    this.head = -1;
    in.clear();
    out = ByteBuffer.wrap(request);
    flush();
  }

  /** Sends on. Whether all is sent. */
  boolean flush() throws IOException {
    channel.write(out);
    return !out.hasRemaining();
  }

  /** Receives on. Whether the answer is complete. */
  boolean receive() throws IOException {
    if (!in.hasRemaining()) {
      in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
    }
    if (channel.read(in) < 0) {
      throw new EOFException("the service closed the connection");
    }
    if (head < 0) {
      readHead();
    }
    if (head < 0) {
      return false;
    }
    if (length != CHUNKED) {
      return in.position() >= head + length;
    }
    if (find(LAST_CHUNK, in.position() - LAST_CHUNK.length, in.position()) < head - 2) {
      return false;
    }
    joinChunks();
    return true;
  }

  private void readHead() throws IOException {
    int end = find(END_OF_HEAD, 0, in.position());
    if (end < 0) {
      return;
    }
    String text = new String(in.array(), 0, end, StandardCharsets.ISO_8859_1);
    head = end + END_OF_HEAD.length;
    length = CHUNKED;
    for (String line : text.toLowerCase(Locale.ROOT).split("\r\n", -1)) {
      if (line.startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
  }

  /** Moves the parts of the body together. */
  private void joinChunks() {
    byte[] bytes = in.array();
    int to = head;
    int from = head;
    while (true) {
      int endOfSize = find(LINE_END, from, in.position());
      String size = new String(bytes, from, endOfSize - from, StandardCharsets.ISO_8859_1);
      int chunk = Integer.parseInt(size, HEXADECIMAL);
      if (chunk == 0) {
        break;
      }
      System.arraycopy(bytes, endOfSize + LINE_END.length, bytes, to, chunk);
      to += chunk;
      from = endOfSize + 2 * LINE_END.length + chunk;
    }
    length = to - head;
    in.position(to);
  }

  boolean ok() {
    byte[] bytes = in.array();
    return bytes[9] == '2' && bytes[10] == '0' && bytes[11] == '0';
  }

  String answer() {
    return new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
  }

  /** Events that the answer calls accepted. */
  int accepted() {
    int count = 0;
    int at = find(ACCEPTED, head, head + length);
    while (at >= 0) {
      count++;
      at = find(ACCEPTED, at + ACCEPTED.length, head + length);
    }
    return count;
  }

  long nanos() {
    return System.nanoTime() - since;
  }

  boolean begunBefore(long nanoTime) {
    return since - nanoTime < 0;
  }

  private int find(byte[] what, int from, int to) {
    byte[] bytes = in.array();
    for (int i = Math.max(0, from); i <= to - what.length; i++) {
      if (bytes[i] == what[0]
          && Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
