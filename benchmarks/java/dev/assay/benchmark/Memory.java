package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much memory the service has taken from the machine, without its database. */
final class Memory {
  private static final int MOST_MIB = 512;

  private Memory() {}

  /** Resident set size after the work, from /proc; NaN where there is none. */
  static Row resident(Service service, Options.Work after) throws IOException {
    double[] mebibytes = {mebibytes(service.handle().pid())};
    return new Row(
        "resident memory after " + after.name().toLowerCase(Locale.ROOT),
        mebibytes,
        "MiB",
        "≤ 512 MiB",
        Writing.met(mebibytes, MOST_MIB));
  }

  private static double mebibytes(long process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return Double.NaN;
  }
}
