package dev.assay.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that need not speak HTTP. */
final class RawReceiver implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();

  interface Behaviour {
    void handle(Socket socket) throws Exception;
  }

  RawReceiver(Behaviour behaviour) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(behaviour));
  }

  /** Reads and never answers. */
  static RawReceiver hanging() {
    return new RawReceiver(
        socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
  }

  /** An answer that comes before its request is another error than the one to be tested. */
  static void awaitRequest(Socket socket) throws IOException {
    if (socket.getInputStream().read() < 0) {
      throw new EOFException("closed without a request");
    }
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  int connections() {
    return connections.get();
  }

  private void accept(Behaviour behaviour) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(
            () -> {
              try (socket) {
                behaviour.handle(socket);
              } catch (Exception closed) {
                // The other side went away: what it does is for the test to judge.
              }
            });
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
