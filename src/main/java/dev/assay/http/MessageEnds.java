package dev.assay.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Tells the guard where bodies of requests and answers to them end (HTTP/1). Stands behind the
 * decoder, before what answers.
 */
final class MessageEnds extends ChannelDuplexHandler {
  private final ConnectionGuard guard;

  MessageEnds(ConnectionGuard guard) {
    this.guard = guard;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof LastHttpContent) {
      guard.bodyEnded();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !interim(message)) {
      guard.requestEnded();
    }
    context.write(message, promise);
  }

  /** Such as 100 Continue, after which the answer is still to come. */
  private static boolean interim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
