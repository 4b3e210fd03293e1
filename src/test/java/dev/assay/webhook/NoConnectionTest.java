package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Endpoints whose URL passed once, by whatever way, and is hostile when it is sent to. A receiver
 * listens on loopback, where many of them lead.
 */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class NoConnectionTest {

  private static final Path TABLES = Path.of("src/test/resources/dev/assay/webhook");

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void noneIsMadeToAnyHostileAddress() throws Exception {
    try (RawReceiver receiver = RawReceiver.hanging()) {
      Set<String> urls = hostile(receiver.port());
      assertThat(urls).hasSizeGreaterThan(150);
      for (String url : urls) {
        register(url);
      }
      scene.announce(clock, Scene.change("l-1"));
      Scene.Sender sender = scene.sender(clock);

      sender.turn();

      assertThat(scene.query("select count(*) from attempt"))
          .containsExactly(Integer.toString(urls.size()));
      assertThat(
              scene.query(
                  """
                  select url || ': ' || coalesce(error, status::text) from attempt
                  join delivery on delivery.lead = attempt.lead and delivery.id = attempt.delivery
                  join webhook_endpoint endpoint on endpoint.id = delivery.endpoint
                  where error is null or error not like 'The URL is refused: %'"""))
          .isEmpty();
      assertThat(receiver.connections()).isZero();
    }
  }

  @Test
  void noneIsMadeToANameThatAnswersOtherwiseTheSecondTime() throws Exception {
    try (RawReceiver receiver = RawReceiver.hanging()) {
      AtomicInteger asked = new AtomicInteger();
      String url = "http://rebinding.example.com:" + receiver.port() + "/";
      AddressGuard guard =
          new AddressGuard(
              host -> address(asked.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1"),
              true,
              Set.of(receiver.port()),
              Set.of());
      assertThat(guard.check(url).addresses()).containsExactly(address("93.184.215.14"));
      register(url);
      scene.announce(clock, Scene.change("l-1"));

      scene.sender(clock, guard).turn();

      assertThat(scene.delivery("l-1").attempts().get(0).error()).contains("127.0.0.1, which is");
      assertThat(receiver.connections()).isZero();
    }
  }

  /** Asked a second time, the name would lead elsewhere. */
  @Test
  void theConnectionGoesToTheAddressThatWasChecked() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      AtomicInteger asked = new AtomicInteger();
      String url = receiver.url().replace("127.0.0.1", "inner.example.com");
      AddressGuard guard =
          new AddressGuard(
              host -> address(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1"),
              false,
              Set.of(),
              Set.of("inner.example.com"));
      register(url);
      scene.announce(clock, Scene.change("l-1"));

      scene.sender(clock, guard).turn();

      assertThat(asked).hasValue(1);
      assertThat(receiver.requests()).hasSize(1);
      assertThat(receiver.requests().get(0).headers())
          .containsEntry("Host", List.of(URI.create(url).getAuthority()));
    }
  }

  /** The tables as they are, addresses as URLs, and all of them with the port that listens. */
  private static Set<String> hostile(int port) throws Exception {
    Set<String> urls = new LinkedHashSet<>();
    for (String line : Files.readAllLines(TABLES.resolve("hostile-urls.csv"))) {
      String url = line.split("\\|", 2)[1];
      if (!url.equals("\"\"")) {
        urls.add(url);
      }
    }
    for (String line : Files.readAllLines(TABLES.resolve("hostile-addresses.csv"))) {
      String address = line.split("\\|", 2)[1];
      urls.add("https://" + (address.contains(":") ? "[" + address + "]" : address) + "/");
    }
    for (String url : Set.copyOf(urls)) {
      // The one host that the profile allows is not hostile.
      if (!url.startsWith("https://127.0.0.1/")) {
        urls.add(
            url.replaceFirst("^https://([^/:@\\[\\]]+|\\[[^]]*\\])/.*", "http://$1:" + port + "/"));
      }
    }
    urls.removeIf(url -> url.startsWith("https://127.0.0.1/"));
    return urls;
  }

  private void register(String url) throws Exception {
    String id = scene.register("http://127.0.0.1:9/").endpoint().id();
    scene.execute(
        "update webhook_endpoint set url = '%s' where id = '%s'"
            .formatted(url.replace("'", "''"), id));
  }

  private static InetAddress[] address(String literal) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByName(literal)};
  }
}
