package dev.assay.http;

import dev.assay.problem.ProblemAnswer;
import dev.assay.problem.Problems;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells a connection's guard of its requests, and refuses those whose head is ambiguous. */
@Singleton
class WatchRequests {

  /** Before all other filters. */
  private static final int FIRST = 10_000;

  void install(@Observes Filters filters) {
    filters.register(WatchRequests::handle, FIRST);
  }

  private static void handle(RoutingContext call) {
    tellGuard(call);
    HttpServerRequest request = call.request();
    if (hostIsClear(request)) {
      call.next();
      return;
    }
    call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    call.response().endHandler(sent -> request.connection().close());
    ProblemAnswer.send(
        call, Problems.badRequest("A request must have one header Host, such as Host: localhost."));
  }

  /** What is in front of the service may have chosen another one of several (RFC 9112, 3.2). */
  private static boolean hostIsClear(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return request.authority() != null;
    }
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    return hosts.size() == 1
        ? request.authority() != null
        : hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0;
  }

  private static void tellGuard(RoutingContext call) {
    if (!(call.request().connection() instanceof ConnectionBase connection)) {
      return;
    }
    Channel channel = connection.channel();
    ConnectionGuard guard = ConnectionGuard.of(channel);
    if (guard == null) {
      return;
    }
    if (call.request().version() == HttpVersion.HTTP_2) {
      guard.multiplexedRequestBegan(call.request());
      call.addEndHandler(ended -> channel.eventLoop().execute(guard::requestEnded));
      return;
    }
    guard.requestBegan();
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(MessageEnds.class) == null) {
      ChannelHandlerContext answering = pipeline.context(VertxHandler.class);
      pipeline.addBefore(answering.name(), "message-ends", new MessageEnds(guard));
    }
  }
}
