package dev.assay.process;

import java.nio.file.Path;

/** The heap of a running service. */
final class Heap {
  private Heap() {}

  /** Bytes in use after a full collection. */
  static long inUse(Service service, Caller caller) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    new ProcessBuilder(jcmd.toString(), String.valueOf(service.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return Metrics.sum(caller, "jvm_memory_used_bytes", "area=\"heap\"");
  }
}
