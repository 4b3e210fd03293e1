package dev.assay.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes that no client library would. */
public final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final Socket socket;

  public RawHttp(URI service) throws IOException {
    socket = new Socket(service.getHost(), service.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends a request and returns all that comes until the service closes the connection. */
  public static String exchange(URI service, String request) throws IOException {
    try (RawHttp http = new RawHttp(service)) {
      http.send(request);
      return http.readAll();
    }
  }

  /** Sends more bytes. */
  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  /** All that comes until the service closes the connection. */
  public String readAll() throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (SocketException reset) {
      return "";
    }
  }

  /** The next answer with a Content-Length; empty if the connection is closed. */
  public String readAnswer() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    String text = head.toString(US_ASCII);
    Matcher length = LENGTH.matcher(text);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return text + new String(in.readNBytes(bytes), US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
