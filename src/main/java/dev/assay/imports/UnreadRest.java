package dev.assay.imports;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Ends the connection of an upload that was answered before all of it had arrived. For a moment the
 * rest is read and dropped, because a client that is cut off while it sends may not see the answer.
 * No thread waits meanwhile.
 */
final class UnreadRest {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final String CLOSES = UnreadRest.class.getName();

  /** NO_ERROR of RFC 9113: the answer is whole, and the rest of the request is not wanted. */
  private static final long NOT_WANTED = 0;

  private UnreadRest() {}

  /** Sees to it when the request is answered; to be called on its event loop. */
  static void dropWhenAnswered(RoutingContext request) {
    Context loop = request.vertx().getOrCreateContext();
    request.addHeadersEndHandler(head -> announce(request));
    request.addEndHandler(answered -> loop.runOnContext(now -> drop(request)));
  }

  private static void announce(RoutingContext request) {
    if (!request.request().isEnded()) {
      request.put(CLOSES, true);
      if (request.request().version() != HttpVersion.HTTP_2) {
        request.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      }
    }
  }

  private static void drop(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (context.get(CLOSES) == null) {
      return;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(NOT_WANTED);
      return;
    }
    if (request.isEnded()) {
      request.connection().close();
      return;
    }
    request.exceptionHandler(gone -> {});
    request.handler(part -> {});
    request.endHandler(end -> request.connection().close());
    request.resume();
    context.vertx().setTimer(A_MOMENT.toMillis(), late -> request.connection().close());
  }
}
