package dev.assay.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The process that makes load. */
final class Load implements AutoCloseable {
  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;

  Load(String key, String jdbcUrl, int leads) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProcess.class.getName(),
                key,
                jdbcUrl,
                String.valueOf(leads))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Has it done and waits. */
  Run run(Order order) throws IOException {
    begin(order);
    return await();
  }

  void begin(Order order) {
    orders.println(order.line());
  }

  Run await() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("run ")) {
        return Run.parse(line);
      }
    }
    throw new IOException("the load process ended");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
