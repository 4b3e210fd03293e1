package dev.assay.imports;

import dev.assay.problem.ProblemAnswer;
import dev.assay.problem.Problems;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets files through that are longer than other bodies may be, because they are stored as they
 * arrive. Quarkus knows one limit for all paths and compares it with the length a request
 * announces; so that is put aside until it has done so, and then the limit of files is set.
 */
@Singleton
class LongUploads {
  private static final Set<String> PATHS = Set.of("/v1/imports", "/import/upload");
  private static final String LENGTH = LongUploads.class.getName();

  /** Before everything that looks at the length. */
  private static final int FIRST = 1_001;

  /** After Quarkus has set its limit, before anything is read. */
  private static final int LIMIT_IS_SET = -1;

  private final long longest;

  LongUploads(ImportConfig config) {
    longest = config.largestFile().asLongValue();
  }

  void install(@Observes Filters filters) {
    filters.register(this::putAside, FIRST);
  }

  void install(@Observes Router router) {
    for (String path : PATHS) {
      router.route(HttpMethod.POST, path).order(LIMIT_IS_SET).handler(LongUploads::takeBack);
    }
  }

  private void putAside(RoutingContext request) {
    if (!isUpload(request)) {
      request.next();
      return;
    }
    UnreadRest.dropWhenAnswered(request);
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      request.next();
    } else if (tooLong(length)) {
      ProblemAnswer.send(
          request,
          Problems.tooLarge(
              "The file has more than %,d bytes; import it in parts.".formatted(longest)));
    } else {
      request.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
      request.put(LENGTH, length);
      request.next();
    }
  }

  private static void takeBack(RoutingContext request) {
    @Nullable String length = request.get(LENGTH);
    if (length != null) {
      request.request().headers().set(HttpHeaders.CONTENT_LENGTH, length);
    }
    // What lies beyond is counted while it is stored.
    request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
    request.next();
  }

  private static boolean isUpload(RoutingContext request) {
    return request.request().method().equals(HttpMethod.POST)
        && PATHS.contains(request.normalizedPath());
  }

  private boolean tooLong(String length) {
    try {
      return Long.parseLong(length) > longest;
    } catch (NumberFormatException unreadable) {
      return true;
    }
  }
}
