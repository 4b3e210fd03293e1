package dev.assay.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Calls a service over a number of kept-alive connections, all from one thread and with little work
 * of its own, because it runs on the machine that it measures.
 */
final class Calls implements AutoCloseable {
  private static final int CLOSED = 0;
  private static final long SETTLE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Selector selector;
  private final Deque<Exchange> idle = new ArrayDeque<>();
  private final String head;
  private final Supplier<byte[]> bodies;
  private final int connections;
  private long[] nanos = new long[1 << 16];
  private int measured;
  private long countedFrom;
  private long ok;
  private long accepted;
  private long refused;
  private String refusal = "";

  /**
   * @param request method and path, such as {@code POST /v1/events}
   * @param bodies of the calls, empty for none
   */
  Calls(URI service, String key, String request, int connections, Supplier<byte[]> bodies)
      throws IOException {
    this.selector = Selector.open();
    this.connections = connections;
    this.bodies = bodies;
    this.head =
        "%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
            .formatted(request, service.getAuthority(), key);
    for (int i = 0; i < connections; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Exchange exchange = new Exchange(channel);
      channel.register(selector, SelectionKey.OP_READ, exchange);
      idle.add(exchange);
    }
  }

  /** Each connection calls again as soon as it has an answer. */
  Run closed(Duration duration) throws IOException {
    return run(duration, CLOSED);
  }

  /**
   * Calls come at an even pace whether or not those before were answered; each is timed from the
   * moment at which it should have begun, so that waiting is not left out. What begins before
   * {@link Order#UNCOUNTED} is over is not counted.
   */
  Run open(Duration duration, int callsPerSecond) throws IOException {
    return run(duration, callsPerSecond);
  }

  private Run run(Duration duration, int rate) throws IOException {
    long begin = System.nanoTime();
    countedFrom = rate == CLOSED ? begin : begin + Order.UNCOUNTED.toNanos();
    long end = countedFrom + duration.toNanos();
    long sent = 0;
    long now = begin;
    while (now < end || idle.size() < connections) {
      while (now < end && !idle.isEmpty()) {
        long due = rate == CLOSED ? now : begin + sent * 1_000_000_000L / rate;
        if (due > now) {
          break;
        }
        send(idle.remove(), due);
        sent++;
      }
      selector.select(this::proceed, rate == CLOSED ? 100 : 1);
      now = System.nanoTime();
      if (now > end + SETTLE_NANOS) {
        throw new IOException("calls were not answered for half a minute");
      }
    }
    if (refused > 0) {
      System.err.println("refused: " + refused + ", last: " + refusal);
    }
    double seconds = (System.nanoTime() - countedFrom) / 1e9;
    return Run.of(ok, accepted, refused, seconds, nanos, measured);
  }

  private void send(Exchange exchange, long due) throws IOException {
    byte[] body = bodies.get();
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length + 32);
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    exchange.send(request.toByteArray(), due);
    SelectionKey key = exchange.channel.keyFor(selector);
    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  private void proceed(SelectionKey key) {
    Exchange exchange = (Exchange) key.attachment();
    try {
      if (key.isWritable() && exchange.flush()) {
        key.interestOps(SelectionKey.OP_READ);
      }
      if (key.isReadable() && exchange.receive()) {
        if (!exchange.begunBefore(countedFrom)) {
          count(exchange);
        }
        idle.add(exchange);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private void count(Exchange exchange) {
    if (measured == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * measured);
    }
    nanos[measured++] = exchange.nanos();
    if (exchange.ok()) {
      ok++;
      accepted += exchange.accepted();
    } else {
      refused++;
      refusal = exchange.answer();
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
