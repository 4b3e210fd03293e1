package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver at 127.0.0.1 whose certificate is for receiver.example.com. */
class TlsTest {

  private static final String PASSWORD = "for-tests";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final PfxOptions itsCertificate = new PfxOptions().setPassword(PASSWORD);
  private final HttpsServer server;

  TlsTest() throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("receiver.p12");
    certify(store);
    itsCertificate.setPath(store.toString());
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.createContext(
        "/",
        exchange -> {
          hosts.add(String.valueOf(exchange.getRequestHeaders().getFirst("Host")));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void theNameIsVerifiedAlthoughTheConnectionGoesToAnAddress() throws Exception {
    Answer answer =
        post("receiver.example.com", new HttpClientOptions().setTrustOptions(itsCertificate));

    assertThat(answer).isEqualTo(new Answer.Answered(204, "", null));
    assertThat(hosts).containsExactly("receiver.example.com:" + server.getAddress().getPort());
  }

  @Test
  void aCertificateForAnotherNameIsRefused() {
    var trusting = new HttpClientOptions().setTrustOptions(itsCertificate);

    assertThatThrownBy(() -> post("other.example.com", trusting))
        .isInstanceOf(ExecutionException.class)
        .hasStackTraceContaining("No subject alternative DNS name matching other.example.com");
    assertThat(hosts).isEmpty();
  }

  @Test
  void aCertificateOfNoKnownAuthorityIsRefused() {
    assertThatThrownBy(() -> post("receiver.example.com", new HttpClientOptions()))
        .isInstanceOf(ExecutionException.class)
        .hasStackTraceContaining("unable to find valid certification path");
    assertThat(hosts).isEmpty();
  }

  @Test
  void verificationCannotBeSwitchedOff() {
    var careless =
        new HttpClientOptions()
            .setTrustAll(true)
            .setVerifyHost(false)
            .setTrustOptions(itsCertificate);

    assertThatThrownBy(() -> post("other.example.com", careless))
        .isInstanceOf(ExecutionException.class);
    assertThat(hosts).isEmpty();
  }

  private Answer post(String host, HttpClientOptions options) throws Exception {
    HttpExchange exchange = new HttpExchange(vertx, options, 1);
    WebhookUrl url = new WebhookUrl("https", host, server.getAddress().getPort(), "/");
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    exchange.send(
        HttpMethod.POST, url, InetAddress.getLoopbackAddress(), Map.of(), new byte[0], answer);
    return answer.get(20, TimeUnit.SECONDS);
  }

  private static void certify(Path store) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=receiver.example.com",
                "-ext",
                "san=dns:receiver.example.com",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
