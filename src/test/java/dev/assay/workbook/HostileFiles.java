package dev.assay.workbook;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads every file of a folder, the first one for warming up, and says how long each took of a
 * processor: what runs beside it does not count.
 */
public final class HostileFiles {
  private HostileFiles() {}

  public static void main(String[] folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of(folder[0]))) {
      files = found.sorted().toList();
    }
    read(files.get(0));
    for (Path file : files) {
      System.out.println(read(file));
      if (System.getProperty("assay.hacked") != null) {
        throw new IllegalStateException("code in " + file + " was run");
      }
    }
  }

  /** Its name, the milliseconds and what came of it. */
  private static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Reading reading = WorkbookReader.read(bytes);
    long took = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    String result = reading instanceof Reading.Understood ? "read" : "refused";
    return "%s %d %s".formatted(file.getFileName(), took, result);
  }
}
