package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.http.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Everything at once that takes from others what they need, for {@code -Dassay.attack.seconds}:
 * invented methods, slow uploads, large bodies with made-up names, half-sent heads and bodies. A
 * sender beside it is answered as before, and nothing is left behind.
 */
class AttacksIT {
  private static final int SECONDS = Integer.getInteger("assay.attack.seconds", 6);
  private static final int PACE_A_SECOND = 50;
  private static final int METHODS_A_SECOND = 333;
  private static final int KEYS = 8;
  private static final long GROWTH = 32L << 20;

  /** Half-sent requests open at once when the service lets go of them after 15 s, and the rest. */
  private static final long MOST_CONNECTIONS = 900;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger next = new AtomicInteger();
  private final List<AutoCloseable> open = new ArrayList<>();

  @Test
  void othersAreServedAsBeforeAndNothingGrows() throws Exception {
    try (Service service =
        Service.start(Service.folder("attacks"), Map.of("JAVA_TOOL_OPTIONS", "-Xmx384m"))) {
      Caller caller = new Caller(service.uri(), service.key());
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < KEYS; i++) {
        keys.add(key(caller));
      }
      send(service, SECONDS, 0);
      List<Long> normal = send(service, SECONDS, 0);
      long heap = Heap.inUse(service, caller);
      long series = series(caller);
      long idle = connections(caller);

      ExecutorService attackers = Executors.newCachedThreadPool();
      attackers.execute(() -> inventMethods(service.uri()));
      attackers.execute(() -> uploadSlowly(service.uri(), keys));
      for (String key : keys.subList(0, 4)) {
        attackers.execute(() -> postNames(service.uri(), key));
      }
      attackers.execute(() -> sendHalves(service.uri(), keys.get(4)));
      List<Long> live = new ArrayList<>();
      ExecutorService probe = Executors.newSingleThreadExecutor();
      probe.execute(() -> probe(service.uri(), live));
      List<Long> connections = new ArrayList<>();
      attackers.execute(() -> countConnections(caller, connections));
      List<Long> attacked = send(service, SECONDS, 1);
      over.set(true);
      attackers.shutdown();
      probe.shutdown();
      assertThat(attackers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(probe.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      for (AutoCloseable each : open) {
        each.close();
      }

      await().until(() -> connections(caller) <= idle + KEYS);
      long after = Heap.inUse(service, caller);
      System.out.printf(
          "Attacks for %d s: p99 of a sender %.1f ms before, %.1f ms meanwhile (%.1f ms once the first tenth is over); liveness worst %.1f ms of %d; heap %d MiB before, %d MiB after; series %d before, %d after; connections each second %s, %d after%n",
          SECONDS,
          p99(normal) / 1e6,
          p99(attacked) / 1e6,
          p99(attacked.subList(attacked.size() / 10, attacked.size())) / 1e6,
          max(live) / 1e6,
          live.size(),
          heap >> 20,
          after >> 20,
          series,
          series(caller),
          connections,
          connections(caller));
      assertThat(connections)
          .anyMatch(each -> each > 300)
          .allMatch(each -> each < MOST_CONNECTIONS);
      assertThat(attacked).hasSameSizeAs(normal);
      assertThat(live).isNotEmpty();
      assertThat(after - heap).isLessThan(GROWTH);
      assertThat(series(caller) - series).isLessThan(40);
      assertThat(caller.ready()).isEqualTo(200);
    }
  }

  private static String key(Caller admin) throws IOException {
    String made =
        admin.call("POST", "/v1/keys", "{\"name\":\"attacker\",\"roles\":[\"ingest\"]}").body();
    return made.replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");
  }

  /**
   * Single events at an even pace; the time that each took from when it was due, in nanoseconds.
   */
  private List<Long> send(Service service, int seconds, int round) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    String key = service.key();
    List<Long> times = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < seconds * PACE_A_SECOND; i++) {
      long due = begun + i * TimeUnit.SECONDS.toNanos(1) / PACE_A_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
      String event = Assay.event("v-" + next.incrementAndGet(), "valid-" + i % 100, "chat", "");
      HttpResponse<String> answer =
          client.send(post(service.uri(), key, event), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode())
          .describedAs("round %d: %s", round, answer.body())
          .isEqualTo(200);
      times.add(System.nanoTime() - due);
    }
    return times;
  }

  private static HttpRequest post(URI service, String key, String body) {
    return HttpRequest.newBuilder(service.resolve("/v1/events"))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void probe(URI service, List<Long> times) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest live = HttpRequest.newBuilder(service.resolve("/q/health/live")).build();
    while (!over.get()) {
      long begun = System.nanoTime();
      try {
        assertThat(client.send(live, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      } catch (IOException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
      times.add(System.nanoTime() - begun);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private void inventMethods(URI service) {
    while (!over.get()) {
      try (RawHttp http = new RawHttp(service)) {
        for (int i = 0; i < 100 && !over.get(); i++) {
          LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / METHODS_A_SECOND);
          http.send("M%d /p%d@x.example HTTP/1.1\r\nHost: x\r\n\r\n".formatted(next.get(), i));
          http.readAnswer();
        }
      } catch (IOException closed) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private void uploadSlowly(URI service, List<String> keys) {
    for (int i = 0; i < 16; i++) {
      hold(
          service,
          "POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nlead,title\r\n"
              .formatted(keys.get(i % keys.size())));
    }
  }

  /** Again every ten seconds. */
  private void sendHalves(URI service, String key) {
    long begun = System.nanoTime();
    for (int wave = 1; !over.get(); wave++) {
      sendWave(service, key);
      while (!over.get() && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10) * wave) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }

  private void sendWave(URI service, String key) {
    for (int i = 0; i < 300; i++) {
      hold(service, "POST /v1/events HTTP/1.1\r\nHost: x\r\n");
    }
    for (int i = 0; i < 50; i++) {
      hold(
          service,
          "POST /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n["
              .formatted(key));
    }
  }

  private void hold(URI service, String begin) {
    try {
      RawHttp http = new RawHttp(service);
      synchronized (open) {
        open.add(http);
      }
      http.send(begin);
    } catch (IOException refused) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** A call of 7 MB each second, all of whose names nobody else uses. */
  private void postNames(URI service, String key) {
    HttpClient client = HttpClient.newHttpClient();
    int caller = next.incrementAndGet();
    String body =
        IntStream.range(0, 250_000)
            .mapToObj(i -> "\"made-up-name-" + caller + "-" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    while (!over.get()) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      try {
        HttpResponse<byte[]> answer =
            client.send(post(service, key, body), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isIn(400, 413, 429);
        assertThat(answer.body().length).isLessThan(100_000);
      } catch (IOException | InterruptedException closed) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private void countConnections(Caller caller, List<Long> counts) {
    while (!over.get()) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      try {
        counts.add(connections(caller));
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private static long connections(Caller caller) throws IOException {
    return Metrics.sum(caller, "assay_http_connections ", "");
  }

  private static long p99(List<Long> times) {
    return times.stream().sorted().skip(times.size() * 99L / 100).findFirst().orElseThrow();
  }

  private static long max(List<Long> times) {
    return times.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private static long series(Caller caller) throws IOException {
    return caller
        .call("GET", "/q/metrics", "")
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests"))
        .count();
  }
}
