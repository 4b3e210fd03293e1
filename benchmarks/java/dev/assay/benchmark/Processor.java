package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Time on the processor so far.
 *
 * @param service of the service
 * @param database of all processes of PostgreSQL, those that ended included
 */
record Processor(Duration service, Duration database) {
  private static final int SETTLING_MILLIS = 300;

  /** USER_HZ, the unit of proc(5), is 100 a second on all common machines. */
  private static final int MILLIS_A_TICK = 10;

  /** Places of cutime and cstime after the name of the program, which may contain blanks. */
  private static final int OF_CHILDREN = 14;

  /** Waits for what is just ending: in between it is counted among neither. */
  static Processor now(Service service) throws IOException, InterruptedException {
    Thread.sleep(SETTLING_MILLIS);
    ProcessHandle postmaster = service.postmaster();
    return new Processor(
        time(service.handle()),
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
            .map(Processor::time)
            .reduce(ofEnded(postmaster), Duration::plus));
  }

  Processor since(Processor before) {
    return new Processor(service.minus(before.service), database.minus(before.database));
  }

  /** Vacuum's workers, for one, come and go. Nothing where there is no /proc. */
  private static Duration ofEnded(ProcessHandle parent) throws IOException {
    Path stat = Path.of("/proc", String.valueOf(parent.pid()), "stat");
    if (!Files.exists(stat)) {
      return Duration.ZERO;
    }
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 1).split(" ");
    long ticks = Long.parseLong(fields[OF_CHILDREN]) + Long.parseLong(fields[OF_CHILDREN + 1]);
    return Duration.ofMillis(ticks * MILLIS_A_TICK);
  }

  private static Duration time(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
