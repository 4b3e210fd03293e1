package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the receivers of docs/webhooks.md as a reader would. */
class PastedReceiversTest {

  private static final String BODY = "{\"type\":\"endpoint.test\",\"data\":\"ü 😀\"}";

  private final Secret secret = Secret.generate(new SecureRandom());
  private final int port = freePort();

  @Test
  void javaTakesOnlyWhatIsGenuine(@TempDir Path folder) throws Exception {
    Path source = paste("java", folder.resolve("Receiver.java"));

    verifyReceiver(Path.of(System.getProperty("java.home"), "bin", "java").toString(), source);
  }

  @Test
  void nodeTakesOnlyWhatIsGenuine(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled("node"), "node is not installed");
    Path source = paste("js", folder.resolve("receiver.js"));

    verifyReceiver("node", source);
  }

  @Test
  void curlAndOpensslSendWhatIsGenuine(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled("curl") && isInstalled("openssl"), "curl or openssl is not installed");
    Path script = paste("sh", folder.resolve("send.sh"));
    Path source = paste("java", folder.resolve("Receiver.java"));
    Process receiver =
        start(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString());
    try {
      await().atMost(Duration.ofSeconds(60)).until(this::isListening);

      Process sender = start("sh", script.toString(), BODY);

      assertThat(new String(sender.getInputStream().readAllBytes(), UTF_8)).isEqualTo("204\n");
    } finally {
      receiver.destroy();
    }
  }

  private void verifyReceiver(String program, Path source) throws Exception {
    Process receiver = start(program, source.toString());
    try {
      await().atMost(Duration.ofSeconds(60)).until(this::isListening);
      Instant now = Instant.now();

      assertThat(post(secret, now, BODY)).isEqualTo(204);
      assertThat(post(secret, now, BODY.replace("ü", "u"))).isEqualTo(400);
      assertThat(post(Secret.generate(new SecureRandom()), now, BODY)).isEqualTo(400);
      assertThat(post(secret, now.minusSeconds(301), BODY)).isEqualTo(400);
      assertThat(post(secret, now.plusSeconds(310), BODY)).isEqualTo(400);
    } finally {
      receiver.destroy();
    }
  }

  /** Signs {@link #BODY}, whatever is posted. */
  private int post(Secret signedWith, Instant timestamp, String posted) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("webhook-id", "msg_1")
            .header("webhook-timestamp", Long.toString(timestamp.getEpochSecond()))
            .header(
                "webhook-signature",
                "v1,bm90IHRoaXM= "
                    + Signature.sign(List.of(signedWith), "msg_1", timestamp, BODY.getBytes(UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(posted))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("WEBHOOK_SECRET", secret.reveal());
    builder.environment().put("PORT", Integer.toString(port));
    return builder.start();
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static boolean isInstalled(String program) throws InterruptedException {
    try {
      return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    } catch (IOException noShell) {
      return false;
    }
  }

  private static Path paste(String language, Path file) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/webhooks.md")));
    assertThat(block.find()).as("a %s block", language).isTrue();
    return Files.writeString(file, block.group(1));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
