package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Time on the processor so far.
 *
 * @param service of the service
 * @param database of all processes of PostgreSQL
 */
record Processor(Duration service, Duration database) {

  static Processor now(Service service) throws IOException {
    ProcessHandle postmaster = service.postmaster();
    return new Processor(
        time(service.handle()),
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
            .map(Processor::time)
            .reduce(Duration.ZERO, Duration::plus));
  }

  Processor since(Processor before) {
    return new Processor(service.minus(before.service), database.minus(before.database));
  }

  private static Duration time(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
