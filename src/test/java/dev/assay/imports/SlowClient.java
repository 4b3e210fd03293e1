package dev.assay.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A request over a socket of its own, which sends and reads what and when the test says. */
final class SlowClient implements Closeable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LITTLE = 4_096;

  private final Socket socket = new Socket();

  private SlowClient(URI service) throws IOException {
    socket.setReceiveBufferSize(LITTLE);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
  }

  /** Begins an upload that announces so many bytes, and sends none of them. */
  static SlowClient upload(URI service, String key, long length) throws IOException {
    return upload(service, key, "Content-Length: " + length);
  }

  /** Begins an upload that does not say how long it is. */
  static SlowClient chunked(URI service, String key) throws IOException {
    return upload(service, key, "Transfer-Encoding: chunked");
  }

  private static SlowClient upload(URI service, String key, String header) throws IOException {
    SlowClient client = new SlowClient(service);
    client.send(
        """
        POST /v1/imports?name=slow.csv HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: text/csv\r
        %s\r
        \r
        """
            .formatted(key, header));
    return client;
  }

  /** Asks for something, and reads nothing of the answer. */
  static SlowClient get(URI service, String key, String path) throws IOException {
    SlowClient client = new SlowClient(service);
    client.send(
        """
        GET %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(path, key));
    return client;
  }

  /** Sends a part of the file. */
  void send(String part) throws IOException {
    socket.getOutputStream().write(part.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** Sends a part of a file of unknown length; an empty one ends it. */
  void sendChunk(String part) throws IOException {
    send("%x\r\n%s\r\n".formatted(part.getBytes(UTF_8).length, part));
  }

  /** Waits for the head of the answer. */
  String answer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = socket.getInputStream().read();
      if (read < 0) {
        break;
      }
      head.append((char) read);
    }
    return head.toString();
  }

  /** Waits until the service closes the connection, and gives what it sent meanwhile. */
  String everything() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  /** Whether something of the answer has arrived. */
  boolean isAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
