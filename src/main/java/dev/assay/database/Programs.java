package dev.assay.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root: then they get a user namespace of their
 * own, in which they are nobody; outside of it their files still belong to root.
 *
 * @param account the number of the one that the service runs as
 */
record Programs(Binaries binaries, int account) {
  private static final int ROOT = 0;
  private static final int LINES_SHOWN = 20;
  private static final Duration LAST_LINES = Duration.ofSeconds(1);

  /**
   * Runs the program to its end.
   *
   * @param input what it reads from its standard input
   * @throws IOException if it fails or takes longer; with the last lines that it wrote
   */
  void run(String name, List<String> arguments, String input, Duration patience)
      throws IOException {
    Process process =
        new ProcessBuilder(command(name, arguments)).redirectErrorStream(true).start();
    Output output = new Output(process);
    output.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedBefore) {
      // What it wrote says why.
    }
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("%s did not end within %s".formatted(name, patience));
      }
      if (process.exitValue() != 0) {
        output.join(LAST_LINES.toMillis());
        throw new IOException(
            "%s of PostgreSQL failed%s: %s"
                .formatted(
                    name,
                    account == ROOT
                        ? " (run as root it needs a user namespace, made by unshare -U; else run the service as another account)"
                        : "",
                    output.last()));
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while %s ran".formatted(name));
    }
  }

  private List<String> command(String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (account == ROOT) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.program(name).toString());
    command.addAll(arguments);
    return command;
  }

  /**
   * Reads what the program writes, so that it never has to wait. A server that was started by it
   * goes on writing there.
   */
  private static final class Output extends Thread {
    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();

    Output(Process process) {
      super("postgresql-output");
      setDaemon(true);
      this.process = process;
    }

    @Override
    public void run() {
      try (BufferedReader reader = process.inputReader(Charset.defaultCharset())) {
        reader.lines().forEach(this::keep);
      } catch (IOException | UncheckedIOException ended) {
        keep(String.valueOf(ended.getMessage()));
      }
    }

    private synchronized void keep(String line) {
      if (lines.size() == LINES_SHOWN) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }

    synchronized String last() {
      return String.join("; ", lines);
    }
  }
}
