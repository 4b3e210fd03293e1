package dev.assay.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.step.LeadKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PartitionsTest {
  private static final int BATCH = 500;
  private static final int ENOUGH = Partitions.ENOUGH;

  /** Two leads that have different partitions where there are two. */
  private static final String EVEN = "b";

  private static final String ODD = "a";

  private final Partitions partitions = new Partitions(2, BATCH);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void letGo() {
    threads.shutdownNow();
  }

  @Test
  void oneWorkerTakesAllThatIsFew() throws InterruptedException {
    partitions.add(jobs(EVEN, ENOUGH - 1));
    partitions.add(jobs(ODD, 7));

    assertThat(partitions.next(Partitions.Load.NONE).jobs()).hasSize(ENOUGH - 1 + 7);
  }

  @Test
  void whatIsEnoughByItselfIsLeftToAnother() throws InterruptedException {
    partitions.add(jobs(EVEN, ENOUGH));
    partitions.add(jobs(ODD, ENOUGH));

    List<String> both =
        Stream.of(partitions.next(Partitions.Load.NONE), partitions.next(Partitions.Load.NONE))
            .peek(load -> assertThat(load.jobs()).hasSize(ENOUGH))
            .map(load -> lead(load.jobs().get(0)))
            .toList();

    assertThat(both).containsExactlyInAnyOrder(EVEN, ODD);
  }

  @Test
  void aSecondBeginsOnceEnoughWaits() throws Exception {
    partitions.add(jobs(EVEN, 1));
    partitions.next(Partitions.Load.NONE);
    partitions.add(jobs(ODD, ENOUGH - 1));
    CompletableFuture<Partitions.Load> second = next(Partitions.Load.NONE);
    assertWaits(second);

    partitions.add(jobs(ODD, 1));

    assertThat(second.get(10, SECONDS).jobs()).hasSize(ENOUGH);
  }

  @Test
  void aLeadIsWithOneWorkerAtATime() throws Exception {
    partitions.add(jobs(EVEN, 1));
    Partitions.Load first = partitions.next(Partitions.Load.NONE);
    partitions.add(jobs(EVEN, 10 * ENOUGH));
    CompletableFuture<Partitions.Load> second = next(Partitions.Load.NONE);
    assertWaits(second);

    CompletableFuture<Partitions.Load> following = next(first);

    assertThat(CompletableFuture.anyOf(second, following).get(10, SECONDS)).isNotNull();
    assertThat(second.isDone()).isNotEqualTo(following.isDone());
  }

  @Test
  void aBatchTakesNoCallOnceItIsFull() throws InterruptedException {
    partitions.add(jobs(EVEN, BATCH - 1));
    partitions.add(jobs(EVEN, 300));
    partitions.add(jobs(EVEN, 1));

    Partitions.Load full = partitions.next(Partitions.Load.NONE);

    assertThat(full.jobs()).hasSize(BATCH - 1 + 300);
    assertThat(partitions.next(full).jobs()).hasSize(1);
  }

  @Test
  void twoSmallPartitionsMakeOneBatchBesideAnother() throws InterruptedException {
    var three = new Partitions(3, BATCH);
    String third = "c";
    three.add(jobs(ODD, 1));
    Partitions.Load first = three.next(Partitions.Load.NONE);
    three.add(jobs(EVEN, ENOUGH - 1));
    three.add(jobs(third, 1));

    assertThat(three.next(Partitions.Load.NONE).jobs()).hasSize(ENOUGH);
    assertThat(first.jobs()).hasSize(1);
  }

  @Test
  void aFullBatchIsEnoughWhereBatchesAreSmall() throws Exception {
    var small = new Partitions(2, 3);
    small.add(jobs(EVEN, 3));
    small.add(jobs(ODD, 3));

    assertThat(next(small, Partitions.Load.NONE).get(10, SECONDS).jobs()).hasSize(3);
    assertThat(next(small, Partitions.Load.NONE).get(10, SECONDS).jobs()).hasSize(3);
  }

  @Test
  void littleIsNotLeftBesideWhatIsEnough() throws InterruptedException {
    partitions.add(jobs(EVEN, ENOUGH));
    Partitions.Load first = partitions.next(Partitions.Load.NONE);
    partitions.add(jobs(ODD, 1));
    partitions.add(jobs(EVEN, ENOUGH));
    Partitions.Load second = partitions.next(first);
    partitions.add(jobs(EVEN, ENOUGH));
    Partitions.Load third = partitions.next(second);

    assertThat(Stream.of(second, third).flatMap(load -> load.jobs().stream()))
        .extracting(PartitionsTest::lead)
        .contains(ODD);
  }

  @Test
  void whatWaitsIsDoneAfterClosing() throws Exception {
    partitions.add(jobs(EVEN, 1));
    Partitions.Load last = partitions.next(Partitions.Load.NONE);
    partitions.add(jobs(EVEN, 3));
    partitions.add(jobs(ODD, 4));
    CompletableFuture<Partitions.Load> idle = next(Partitions.Load.NONE);
    assertWaits(idle);

    partitions.close();

    Partitions.Load rest = partitions.next(last);
    assertThat(rest.jobs()).hasSize(7);
    assertThat(partitions.next(rest).jobs()).isEmpty();
    assertThat(idle.get(10, SECONDS).jobs()).isEmpty();
  }

  @Test
  void workOfALeadIsDoneInTheOrderInWhichItCame() throws Exception {
    Map<String, List<Job>> done = new ConcurrentHashMap<>();
    Set<String> underWay = ConcurrentHashMap.newKeySet();
    List<CompletableFuture<Void>> workers =
        IntStream.range(0, 2)
            .mapToObj(i -> CompletableFuture.runAsync(() -> work(done, underWay), threads))
            .toList();
    Map<String, List<Job>> came = new ConcurrentHashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      List<Job> call = jobs("lead-" + random.nextInt(50), 1 + random.nextInt(40));
      call.forEach(job -> came.computeIfAbsent(lead(job), no -> new ArrayList<>()).add(job));
      partitions.add(call);
    }
    partitions.close();
    for (CompletableFuture<Void> worker : workers) {
      worker.get(20, SECONDS);
    }

    assertThat(done).containsOnlyKeys(came.keySet());
    done.forEach((lead, jobs) -> assertThat(jobs).isEqualTo(came.get(lead)));
  }

  private void work(Map<String, List<Job>> done, Set<String> underWay) {
    try {
      Partitions.Load load = partitions.next(Partitions.Load.NONE);
      while (!load.jobs().isEmpty()) {
        Set<String> leads = Set.copyOf(load.jobs().stream().map(PartitionsTest::lead).toList());
        leads.forEach(lead -> assertThat(underWay.add(lead)).isTrue());
        load.jobs()
            .forEach(job -> done.computeIfAbsent(lead(job), no -> new ArrayList<>()).add(job));
        underWay.removeAll(leads);
        load = partitions.next(load);
      }
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private CompletableFuture<Partitions.Load> next(Partitions.Load written) {
    return next(partitions, written);
  }

  private CompletableFuture<Partitions.Load> next(Partitions from, Partitions.Load written) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return from.next(written);
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          }
        },
        threads);
  }

  private static void assertWaits(CompletableFuture<Partitions.Load> load) {
    assertThatThrownBy(() -> load.get(200, MILLISECONDS)).isInstanceOf(TimeoutException.class);
  }

  /** Each of them is another one, although they say the same. */
  private static List<Job> jobs(String lead, int count) {
    return Stream.generate(
            () -> new Job(Received.alone(new Work.Reassess(LeadKey.of(lead)), Instant.EPOCH)))
        .limit(count)
        .toList();
  }

  private static String lead(Job job) {
    return job.received().work().key().value();
  }
}
