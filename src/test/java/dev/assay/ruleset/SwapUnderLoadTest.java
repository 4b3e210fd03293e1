package dev.assay.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.Assay;
import dev.assay.client.Tables;
import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Publishes again and again while events come in. The long form, whose figures stand in
 * docs/performance-of-parts.md, is {@code -Dassay.publishes=200}.
 */
@QuarkusTest
class SwapUnderLoadTest {
  private static final Logger LOG = Logger.getLogger(SwapUnderLoadTest.class);
  private static final int PUBLISHES = Integer.getInteger("assay.publishes", 20);
  private static final int CLIENTS = 4;
  private static final long MEGABYTE = 1 << 20;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource
  URI service;

  @Inject Tables tables;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String family = Assay.newLead();
  private String key = "";
  private final AtomicInteger posted = new AtomicInteger();
  private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
  private volatile boolean enough;

  /** An answer, and when its request was under way. */
  private record Answered(long from, long until, String status, int score, int ruleset) {
    double millis() {
      return (until - from) / 1e6;
    }
  }

  /** A version, and the time outside of which it surely was not live. */
  private record Lived(int ruleset, long from, long until) {}

  @AfterEach
  void theShippedRulesAreLive() {
    Drafts.rollback(1).statusCode(200);
  }

  @BeforeEach
  void clientsHaveAKey() {
    key = Keys.with("ingest", "sales");
  }

  @Test
  void everyEventIsScoredOnceByRulesThatWereLive() throws Exception {
    Map<Integer, Integer> points = new HashMap<>();
    for (int each : List.of(20, 30, 40)) {
      points.put(Drafts.draft(Drafts.sound(each)), each);
    }
    List<Integer> drafts = List.copyOf(points.keySet());
    Drafts.publish(drafts.get(0), "").statusCode(200);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Thread(this::post));
    }
    clients.forEach(Thread::start);
    await().atMost(Duration.ofMinutes(1)).until(() -> answers.size() >= CALM);
    long heap = heap();
    long metaspace = metaspace();
    long swaps = System.nanoTime();

    List<Lived> lives = publish(drafts);

    enough = true;
    for (Thread client : clients) {
      client.join();
    }
    double before = p99(answers.stream().filter(answer -> answer.until < swaps).toList());
    double meanwhile = p99(answers.stream().filter(answer -> answer.from > swaps).toList());
    LOG.infof(
        "%d publications in %d s; p99 before %.1f ms, meanwhile %.1f ms; heap %+d MB, metaspace %+d MB",
        PUBLISHES,
        (System.nanoTime() - swaps) / 1_000_000_000,
        before,
        meanwhile,
        (heap() - heap) / MEGABYTE,
        (metaspace() - metaspace) / MEGABYTE);
    assertThat(answers)
        .hasSize(posted.get())
        .allSatisfy(
            answer -> {
              assertThat(answer.status).isEqualTo("accepted");
              assertThat(answer.score).isEqualTo(points.get(answer.ruleset));
              assertThat(lives)
                  .anyMatch(
                      life ->
                          life.ruleset == answer.ruleset
                              && life.from < answer.until
                              && answer.from < life.until);
            });
    assertThat(tables.count("SELECT count(*) FROM event WHERE lead LIKE ?", family + "%"))
        .isEqualTo(posted.get());
    assertThat(answers.stream().map(Answered::ruleset).distinct()).hasSize(points.size());
    assertThat(metaspace() - metaspace).isLessThan(METASPACE_BOUND);
    assertThat(heap() - heap).isLessThan(HEAP_BOUND);
    if (PUBLISHES >= LONG_FORM) {
      assertThat(meanwhile).isLessThanOrEqualTo(2 * before);
    }
  }

  /** Makes one after the other live, in turn. */
  private List<Lived> publish(List<Integer> drafts) {
    List<Lived> lives = new ArrayList<>();
    int live = drafts.get(0);
    long since = Long.MIN_VALUE;
    for (int i = 1; i <= PUBLISHES; i++) {
      int next = drafts.get(i % drafts.size());
      long before = System.nanoTime();
      Drafts.publish(next, "").statusCode(200);
      lives.add(new Lived(live, since, System.nanoTime()));
      live = next;
      since = before;
    }
    lives.add(new Lived(live, since, Long.MAX_VALUE));
    return lives;
  }

  private void post() {
    while (!enough) {
      int number = posted.incrementAndGet();
      HttpRequest request =
          HttpRequest.newBuilder(service.resolve("/v1/events"))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + key)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      Assay.event("e", family + "-" + number, "demo_request", "")))
              .build();
      long from = System.nanoTime();
      try {
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        long until = System.nanoTime();
        JsonPath said = JsonPath.from(body);
        answers.add(
            new Answered(
                from,
                until,
                said.getString("status").intern(),
                said.getInt("score"),
                said.getInt("ruleset")));
      } catch (IOException | InterruptedException failure) {
        throw new AssertionError(failure);
      }
    }
  }

  private static double p99(List<Answered> answers) {
    double[] millis = answers.stream().mapToDouble(Answered::millis).sorted().toArray();
    return millis.length == 0 ? 0 : millis[(int) (millis.length * 0.99)];
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** Answers before the first publication, enough for a p99 that says something. */
  private static final int CALM = 500;

  /** Where there are enough answers for a p99 that says something. */
  private static final int LONG_FORM = 200;

  /** What a leak of one class loader a publication would pass by far. */
  private static final long METASPACE_BOUND = 30 * MEGABYTE;

  private static final long HEAP_BOUND = 100 * MEGABYTE;
}
