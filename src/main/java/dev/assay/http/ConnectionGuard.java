package dev.assay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection: counts what comes, looks each second whether it is too slow, and closes
 * one that is, or that is one too many.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
  private static final AttributeKey<ConnectionGuard> KEY =
      AttributeKey.valueOf(ConnectionGuard.class, "guard");
  private static final byte[] REFUSAL =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final OpenConnections open;
  private final ConnectionPace pace;
  private final HeadScan scan = new HeadScan();

  /** Requests over HTTP/2 whose body is not read to its end, by what Vert.x tells of them. */
  private final List<HttpServerRequest> multiplexed = new ArrayList<>();

  ConnectionGuard(OpenConnections open) {
    this.open = open;
    pace = new ConnectionPace(open.limits().pace(), System.nanoTime());
  }

  /** The guard of a connection, null if it has none. */
  static @Nullable ConnectionGuard of(Channel connection) {
    return connection.attr(KEY).get();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    Channel connection = context.channel();
    InetAddress address =
        connection.remoteAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
    if (!open.open(address)) {
      context.close();
      return;
    }
    connection.attr(KEY).set(this);
    var checks =
        connection
            .eventLoop()
            .scheduleWithFixedDelay(() -> check(connection), 1, 1, TimeUnit.SECONDS);
    connection
        .closeFuture()
        .addListener(
            closed -> {
              checks.cancel(false);
              open.close(address);
            });
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      if (pace.awaitsHead() && !encrypted(context) && scan.findsFolded(bytes)) {
        ReferenceCountUtil.release(message);
        context
            .writeAndFlush(Unpooled.wrappedBuffer(REFUSAL))
            .addListener(ChannelFutureListener.CLOSE);
        return;
      }
      pace.bytes(System.nanoTime(), bytes.readableBytes());
    }
    context.fireChannelRead(message);
  }

  private static boolean encrypted(ChannelHandlerContext context) {
    return context.pipeline().get(SslHandler.class) != null;
  }

  /** The head of a request is there. */
  void requestBegan() {
    pace.requestBegan(System.nanoTime());
    scan.restart();
  }

  /** The same for one of several requests under way on a connection. */
  void multiplexedRequestBegan(HttpServerRequest request) {
    requestBegan();
    multiplexed.add(request);
  }

  /** All of a request's body is there. */
  void bodyEnded() {
    pace.bodyEnded();
  }

  /** A request is answered. */
  void requestEnded() {
    pace.requestEnded(System.nanoTime());
  }

  private void check(Channel connection) {
    if (multiplexed.removeIf(HttpServerRequest::isEnded) && multiplexed.isEmpty()) {
      pace.bodyEnded();
    }
    long unwritten = connection.isWritable() ? 0 : connection.bytesBeforeWritable();
    if (pace.check(System.nanoTime(), connection.config().isAutoRead(), unwritten) != null) {
      open.closedAsTooSlow();
      connection.close();
    }
  }
}
