package dev.assay.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.security.Keys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies over the limit and broken requests, byte by byte, as a client library would not send. */
@QuarkusTest
@TestProfile(SocketTest.SmallBodies.class)
class SocketTest {

  private static final int LIMIT = 1_000;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI service;

  @Test
  void aBodyJustWithinTheLimitIsRead() throws IOException {
    assertThat(send("Content-Length: " + LIMIT, "x".repeat(LIMIT)))
        .startsWith("HTTP/1.1 200")
        .endsWith("1000");
  }

  @Test
  void aBodyThatSaysItIsLongerIsRefusedBeforeItIsSent() throws IOException {
    assertThat(send("Content-Length: " + (LIMIT + 1), ""))
        .startsWith("HTTP/1.1 413")
        .contains("application/problem+json")
        .contains("https://assay.dev/problems/too-large")
        .contains("The body has 1001 bytes, at most 1000 are read");
  }

  /** Here Quarkus closes the connection with the bare status; docs/problems.md says so. */
  @Test
  void aBodyThatTurnsOutLongerIsRefused() throws IOException {
    String chunk = "%x\r\n%s\r\n".formatted(600, "x".repeat(600));
    assertThat(send("Transfer-Encoding: chunked", chunk + chunk + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void chunksWithinTheLimitAreRead() throws IOException {
    String chunk = "%x\r\n%s\r\n".formatted(500, "x".repeat(500));
    assertThat(send("Transfer-Encoding: chunked", chunk + chunk + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aLongBodyWithoutAKeyIsRefusedToo() throws IOException {
    String head = "POST /test/failing/stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    assertThat(exchange(head + "Content-Length: 5000\r\n\r\n")).startsWith("HTTP/1.1 413");
    assertThat(exchange(head + "Content-Length: 5\r\n\r\nabcde"))
        .startsWith("HTTP/1.1 401")
        .contains("application/problem+json");
  }

  private String send(String header, String body) throws IOException {
    return exchange(
        """
        POST /test/failing/stream HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Authorization: Bearer %s\r
        Content-Type: application/octet-stream\r
        %s\r
        \r
        %s"""
            .formatted(Keys.admin(), header, body));
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  /** A service that reads little. */
  public static class SmallBodies implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.limits.max-body-size", String.valueOf(LIMIT));
    }
  }
}
