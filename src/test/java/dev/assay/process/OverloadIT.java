package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.Assay;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Far more comes than can be stored, for {@code -Dassay.overload.seconds}. What has no room is
 * refused, and the heap does not grow.
 */
class OverloadIT {
  private static final int SECONDS = Integer.getInteger("assay.overload.seconds", 8);
  private static final int CALLERS = 24;
  private static final int EVENTS_A_CALL = 200;
  private static final int CAPACITY = 1_000;
  private static final long GROWTH = 24L << 20;

  private final AtomicLong offered = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicInteger odd = new AtomicInteger();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  void whatHasNoRoomIsRefusedAndTheHeapStaysFlat() throws Exception {
    Path folder = Service.folder("overload");
    try (Service service =
        Service.start(
            folder,
            Map.of(
                "ASSAY_PIPELINE_CAPACITY",
                String.valueOf(CAPACITY),
                "JAVA_TOOL_OPTIONS",
                "-Xmx256m"))) {
      Caller caller = new Caller(service.uri(), service.key());
      overload(service, 3);
      long before = Heap.inUse(service, caller);
      offered.set(0);
      accepted.set(0);

      overload(service, SECONDS);

      long after = Heap.inUse(service, caller);
      System.out.printf(
          "Overload: %,d events offered, %,d accepted, %,d calls refused; heap in use %d MiB before, %d MiB after%n",
          offered.get(), accepted.get(), refused.get(), before >> 20, after >> 20);
      assertThat(odd).hasValue(0);
      assertThat(refused.get()).isPositive();
      assertThat(accepted.get()).isPositive();
      // About five times, on a machine that does nothing else.
      assertThat(offered.get()).isGreaterThan(2 * accepted.get());
      assertThat(after - before).isLessThan(GROWTH);
      assertThat(caller.ready()).isEqualTo(200);
    }
  }

  private void overload(Service service, int seconds) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    Caller caller = new Caller(service.uri(), service.key());
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(
          () -> {
            while (System.nanoTime() < end) {
              post(caller);
            }
          });
    }
    callers.shutdown();
    assertThat(callers.awaitTermination(seconds + 60L, TimeUnit.SECONDS)).isTrue();
  }

  private void post(Caller caller) {
    int call = next.incrementAndGet();
    String body =
        IntStream.range(0, EVENTS_A_CALL)
            .mapToObj(i -> Assay.event(call + "-" + i, "l-" + i % 500, "chat", ""))
            .collect(Collectors.joining(",", "[", "]"));
    offered.addAndGet(EVENTS_A_CALL);
    try {
      HttpResponse<String> answer = caller.call("POST", "/v1/events", body);
      if (answer.statusCode() == 200) {
        accepted.addAndGet(EVENTS_A_CALL);
      } else if (answer.statusCode() == 429
          && answer.headers().firstValue("Retry-After").isPresent()) {
        refused.incrementAndGet();
      } else {
        odd.incrementAndGet();
      }
    } catch (IOException failure) {
      odd.incrementAndGet();
    }
  }
}
