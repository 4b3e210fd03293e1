package dev.assay.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.problem.JsonReason;
import dev.assay.problem.Problems;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies without holding up an event loop, which serves many connections: small ones at once,
 * as a change of threads costs more than they do, and large ones on a worker. Half of the
 * processors read large bodies at most, so that who sends many of them leaves others something. So
 * much of them waits at most as memory has room for.
 */
@ApplicationScoped
public class ReadBodies {

  /** Reading so many bytes takes less than a millisecond. */
  static final int SMALL = 16 << 10;

  /** Bytes of large bodies that may be read or wait to be, in all. */
  static final long MAX_WAITING = 48L << 20;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final ObjectMapper mapper;
  private final ObjectReader strict;
  private final Executor workers;
  private final AtomicLong waiting = new AtomicLong();

  @Inject
  ReadBodies(ObjectMapper mapper) {
    this(
        mapper,
        ManagedExecutor.builder()
            .maxAsync(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
            .build());
  }

  ReadBodies(ObjectMapper mapper, Executor workers) {
    this.mapper = mapper;
    this.strict = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.workers = workers;
  }

  @PreDestroy
  void stop() {
    if (workers instanceof ExecutorService own) {
      own.shutdown();
    }
  }

  /**
   * Does what reads a body, now or on a worker.
   *
   * @param length of the body in bytes
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if too much is being read (429)
   */
  public <T> CompletionStage<T> read(int length, Supplier<CompletionStage<T>> reading) {
    if (length <= SMALL) {
      return reading.get();
    }
    if (waiting.addAndGet(length) > MAX_WAITING) {
      waiting.addAndGet(-length);
      throw Problems.tooManyRequests(
          "Too many large bodies are being read. Nothing was taken; repeat the call.", SOON);
    }
    return CompletableFuture.supplyAsync(reading, workers)
        .whenComplete((done, failure) -> waiting.addAndGet(-length))
        .thenCompose(done -> done);
  }

  /**
   * The one event, profile or other object of a body, of the size that one may have.
   *
   * @return null if the body is empty
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is not JSON or too large (400, 413)
   */
  public @Nullable JsonNode one(byte[] body) {
    try (JsonParser parser = new BoundedParser(mapper.getFactory().createParser(body))) {
      return body.length == 0 ? null : strict.readTree(parser);
    } catch (IOException fault) {
      throw problem(fault);
    }
  }

  /**
   * The same for a body that holds many objects, bounded by what a call may have.
   *
   * @return null if the body is empty
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is not JSON (400)
   */
  public @Nullable JsonNode whole(byte[] body) {
    try {
      return body.length == 0 ? null : strict.readTree(body);
    } catch (IOException fault) {
      throw problem(fault);
    }
  }

  /** What to answer when a body could not be read; names the place. */
  public static RuntimeException problem(IOException fault) {
    if (fault instanceof BoundedParser.TooLarge tooLarge) {
      return Problems.tooLarge("The body " + tooLarge.getMessage() + ".");
    }
    if (fault instanceof JsonProcessingException json) {
      var at = json.getLocation();
      return Problems.badRequest(
          "The body is not JSON at line %d, column %d: %s."
              .formatted(
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr(),
                  JsonReason.of(json)));
    }
    return Problems.badRequest(
        "The body is not JSON in UTF-8: %s.".formatted(String.valueOf(fault.getMessage())));
  }
}
