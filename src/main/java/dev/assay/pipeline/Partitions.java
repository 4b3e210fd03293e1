package dev.assay.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * What waits to be written. A lead's work always lies in the same partition, and a partition is
 * with one worker at a time, so that it is done in the order in which it came.
 *
 * <p>A worker takes as many partitions as it needs to have {@link #ENOUGH}; what is left over is
 * for the next one, if it is enough by itself or nobody else is at work. A few events in two
 * batches would cost the database twice as much as in one: what a batch costs whatever is in it, is
 * most of it.
 */
final class Partitions {
  private final List<Partition> partitions = new ArrayList<>();
  private final int batchSize;
  private final int enough;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();

  /**
   * Where the next batch begins: each in turn, so that little is not left beside what is enough.
   */
  private int first;

  private boolean closed;

  /**
   * @param count as many as there are workers
   * @param batchSize pieces of work after which a batch takes in no further call
   */
  Partitions(int count, int batchSize) {
    this.batchSize = batchSize;
    this.enough = Math.min(ENOUGH, batchSize);
    for (int i = 0; i < count; i++) {
      partitions.add(new Partition());
    }
  }

  /** What comes in one call stays together, as far as its leads share a partition. */
  void add(List<Job> call) {
    lock.lock();
    try {
      call.stream().collect(Collectors.groupingBy(this::partitionOf)).forEach(Partition::add);
      signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the next batch, waiting for one if need be; nothing once all is closed and done.
   *
   * @param written the one before of this worker, which is written or has failed, so that what has
   *     come for its leads meanwhile may follow
   */
  Load next(Load written) throws InterruptedException {
    lock.lock();
    try {
      written.partitions.forEach(partition -> partition.taken = false);
      while (!mayBegin()) {
        if (closed && waiting() == 0) {
          ready.signalAll();
          return Load.NONE;
        }
        ready.await();
      }
      Load load = load();
      signal();
      return load;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more will come. */
  void close() {
    lock.lock();
    try {
      closed = true;
      ready.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Load load() {
    List<Job> jobs = new ArrayList<>();
    List<Partition> taken = new ArrayList<>();
    for (int i = 0; i < partitions.size() && jobs.size() < enough; i++) {
      Partition partition = partitions.get((first + i) % partitions.size());
      if (!partition.taken && partition.size > 0) {
        partition.drainTo(jobs, batchSize);
        partition.taken = true;
        taken.add(partition);
      }
    }
    first = (first + 1) % partitions.size();
    return new Load(jobs, taken);
  }

  private boolean mayBegin() {
    int waiting = waiting();
    return waiting >= enough
        || waiting > 0 && partitions.stream().noneMatch(partition -> partition.taken);
  }

  private int waiting() {
    return partitions.stream()
        .filter(partition -> !partition.taken)
        .mapToInt(partition -> partition.size)
        .sum();
  }

  private void signal() {
    if (mayBegin()) {
      ready.signal();
    }
  }

  private Partition partitionOf(Job job) {
    return partitions.get(
        Math.floorMod(job.received().work().key().value().hashCode(), partitions.size()));
  }

  /** A batch, and the partitions that its worker has until it asks for the next. */
  record Load(List<Job> jobs, List<Partition> partitions) {
    static final Load NONE = new Load(List.of(), List.of());
  }

  /** Calls in the order in which they came. */
  static final class Partition {
    private final Deque<List<Job>> calls = new ArrayDeque<>();
    private int size;
    private boolean taken;

    private void add(List<Job> call) {
      calls.add(call);
      size += call.size();
    }

    private void drainTo(List<Job> batch, int batchSize) {
      while (!calls.isEmpty() && batch.size() < batchSize) {
        List<Job> call = calls.remove();
        size -= call.size();
        batch.addAll(call);
      }
    }
  }

  /**
   * Pieces of work that are worth a batch beside another one: the most with which 32 callers at
   * once keep two workers busy, probably because half of the calls are being written and a quarter
   * wait in each of two partitions (docs/performance.md).
   */
  static final int ENOUGH = 8;
}
