package dev.assay.pipeline;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The bounded queue before the database. What waits while a batch is committed makes up the next
 * batch, so batches grow with the load and a lonely event does not wait.
 */
@ApplicationScoped
public class Intake {
  private final PipelineConfig config;
  private final WriteBatch write;
  private final PipelineMeters meters;
  private final Clock clock;
  private final Semaphore free;
  private final Partitions partitions;
  private final List<Thread> workers = new ArrayList<>();
  private final ReadWriteLock door = new ReentrantReadWriteLock();
  private volatile boolean stopping;

  /** When work was taken last ({@link System#nanoTime}). */
  private volatile long taken = System.nanoTime() - A_SECOND;

  Intake(PipelineConfig config, WriteBatch write, PipelineMeters meters, Clock clock) {
    this.config = config;
    this.write = write;
    this.free = new Semaphore(config.capacity());
    this.meters = meters;
    this.clock = clock;
    this.partitions = new Partitions(config.workers(), config.batchSize());
    meters.watchDepth(this::waiting);
  }

  void start(@Observes @Priority(AFTER_RULES) StartupEvent event) {
    for (int i = 0; i < config.workers(); i++) {
      Thread worker = new Thread(this::work, "assay-intake-" + i);
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
      partitions.close();
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

  /** Whether nothing is under way, and nothing came for a second. */
  boolean quiet() {
    return !busy() && System.nanoTime() - taken >= A_SECOND;
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
      taken = System.nanoTime();
      List<Job> jobs = Received.together(work, clock.instant()).stream().map(Job::new).toList();
      partitions.add(jobs);
      return jobs.stream().map(Job::done).toList();
    } finally {
      door.readLock().unlock();
    }
  }

  private void work() {
    try {
      Partitions.Load load = partitions.next(Partitions.Load.NONE);
      while (!load.jobs().isEmpty()) {
        finish(load.jobs());
        free.release(load.jobs().size());
        load = partitions.next(load);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(List<Job> batch) {
    meters.batch(batch.size());
    try {
      List<Done> done = write.writeReceived(batch.stream().map(Job::received).toList());
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

  private static final long STOP_MILLIS = 20_000;

  private static final long A_SECOND = 1_000_000_000;
}
