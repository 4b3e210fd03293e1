package dev.assay.pipeline;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/**
 * The bounded queue before the database. What waits while a batch is committed makes up the next
 * batch, so batches grow with the load and a lonely event does not wait.
 */
@ApplicationScoped
public class Intake {
  private final PipelineConfig config;
  private final WriteBatch write;
  private final PipelineMeters meters;
  private final Semaphore free;
  private final List<BlockingQueue<List<Job>>> queues = new ArrayList<>();
  private final List<Thread> workers = new ArrayList<>();
  private final ReadWriteLock door = new ReentrantReadWriteLock();
  private volatile boolean stopping;

  Intake(PipelineConfig config, WriteBatch write, PipelineMeters meters) {
    this.config = config;
    this.write = write;
    this.free = new Semaphore(config.capacity());
    this.meters = meters;
    meters.watchDepth(this::waiting);
    for (int i = 0; i < config.workers(); i++) {
      queues.add(new LinkedBlockingQueue<>());
    }
  }

  void start(@Observes @Priority(AFTER_RULES) StartupEvent event) {
    for (BlockingQueue<List<Job>> queue : queues) {
      Thread worker = new Thread(() -> work(queue), "assay-intake-" + workers.size());
      workers.add(worker);
      worker.start();
    }
  }

  /**
   * From here on nothing more is taken, while what was taken is still answered. This comes first of
   * all: HTTP goes on to hand over requests for a moment after it has waited for those under way,
   * and what it took then would be stored but never answered.
   */
  void close(@Observes ShutdownDelayInitiatedEvent event) {
    close();
  }

  private void close() {
    door.writeLock().lock();
    try {
      stopping = true;
    } finally {
      door.writeLock().unlock();
    }
  }

  /** Work that waits is finished before the database goes. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    close();
    for (Thread worker : workers) {
      worker.join(STOP_MILLIS);
    }
  }

  /** Whether anything waits or is under way. */
  boolean busy() {
    return free.availablePermits() < config.capacity();
  }

  /** Pieces of work that wait or are under way. */
  public int waiting() {
    return config.capacity() - free.availablePermits();
  }

  /** How many may. */
  public int capacity() {
    return config.capacity();
  }

  boolean stopping() {
    return stopping;
  }

  /** Takes one piece of work; see {@link #submit(List)}. */
  public CompletableFuture<Done> submit(Work work) {
    return submit(List.of(work)).get(0);
  }

  /**
   * Takes all of the work or, if it has no room for all of it, nothing. Work for one lead is done
   * in the order in which it was taken.
   *
   * @return completed once the work is durable; exceptionally with {@link Unavailable} if it may
   *     not be
   * @throws IntakeFull if there is no room
   */
  public List<CompletableFuture<Done>> submit(List<Work> work) {
    door.readLock().lock();
    try {
      if (stopping) {
        var stopped = new Unavailable("The service is stopping.", null);
        return work.stream().map(one -> CompletableFuture.<Done>failedFuture(stopped)).toList();
      }
      if (!free.tryAcquire(work.size())) {
        meters.refused();
        throw new IntakeFull(config.capacity());
      }
      List<Job> jobs = work.stream().map(Job::new).toList();
      enqueue(jobs);
      return jobs.stream().map(Job::done).toList();
    } finally {
      door.readLock().unlock();
    }
  }

  /** A lead's work always goes the same way, and what came in one call stays together. */
  private void enqueue(List<Job> jobs) {
    jobs.stream()
        .collect(
            Collectors.groupingBy(
                job -> Math.floorMod(job.work().key().value().hashCode(), queues.size())))
        .forEach((queue, together) -> queues.get(queue).add(together));
  }

  private void work(BlockingQueue<List<Job>> queue) {
    List<Job> batch = new ArrayList<>();
    while (!stopping || !queue.isEmpty()) {
      try {
        List<Job> call = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (call == null) {
          continue;
        }
        while (call != null) {
          batch.addAll(call);
          call = batch.size() < config.batchSize() ? queue.poll() : null;
        }
        finish(batch);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        free.release(batch.size());
        batch.clear();
      }
    }
  }

  private void finish(List<Job> batch) {
    meters.batch(batch.size());
    try {
      List<Done> done = write.write(batch.stream().map(Job::work).toList());
      for (int i = 0; i < done.size(); i++) {
        batch.get(i).done().complete(done.get(i));
      }
    } catch (RuntimeException | Error failure) {
      // Whatever it is, nobody may be left waiting.
      batch.forEach(job -> job.done().completeExceptionally(failure));
    }
  }

  /** Startup priority at which rules are loaded and this may begin. */
  private static final int AFTER_RULES = 3_000;

  private static final long IDLE_MILLIS = 200;
  private static final long STOP_MILLIS = 20_000;
}
