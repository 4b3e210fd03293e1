package dev.assay.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receivers that fail in every way there is. */
@QuarkusTest
@TestProfile(SenderAtRest.class)
class BadReceiversTest {

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void redirectsAreNotFollowed() throws Exception {
    try (Receiver target = Receiver.answering(200);
        Receiver receiver = Receiver.answering(301, "Location", target.url())) {
      deliverTo(receiver.url());

      assertThat(scene.delivery("l-1").attempts().get(0).status()).isEqualTo(301);
      assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("pending");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void goneDisablesTheEndpoint() throws Exception {
    try (Receiver receiver = Receiver.answering(410)) {
      deliverTo(receiver.url());

      assertThat(scene.delivery("l-1").delivery().state()).isEqualTo("failed");
      assertThat(scene.query("select enabled || ' ' || disabled_because from webhook_endpoint"))
          .containsExactly("false It answered 410 Gone.");
      scene.announce(clock, Scene.change("l-2"));
      assertThat(scene.query("select lead from delivery")).containsExactly("l-1");
    }
  }

  @Test
  void theOthersHearOfADisabledEndpoint() throws Exception {
    try (Receiver receiver = Receiver.answering(410)) {
      scene.register("http://127.0.0.1:9/", "endpoint.disabled");
      deliverTo(receiver.url());

      assertThat(
              scene.query(
                  "select payload::json->'data'->>'because' from message where type ="
                      + " 'endpoint.disabled'"))
          .containsExactly("It answered 410 Gone.");
      assertThat(scene.query("select state from delivery where type = 'endpoint.disabled'"))
          .containsExactly("pending");
    }
  }

  @Test
  void retryAfterIsHonoured() throws Exception {
    try (Receiver receiver = Receiver.answering(429, "Retry-After", "3600")) {
      deliverTo(receiver.url());

      assertThat(scene.delivery("l-1").delivery().nextAttemptAt())
          .isEqualTo(clock.instant().plusSeconds(3600));
    }
  }

  @Test
  void aReceiverThatHangsIsGivenUp() throws Exception {
    try (RawReceiver receiver = RawReceiver.hanging()) {
      deliverTo(receiver.url());

      assertThat(error()).isEqualTo("No whole answer within 2000 ms");
    }
  }

  @Test
  void anAnswerThatHangsHalfWayIsGivenUp() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (RawReceiver receiver =
        new RawReceiver(
            socket -> {
              RawReceiver.awaitRequest(socket);
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(US_ASCII));
              socket.getInputStream().transferTo(OutputStream.nullOutputStream());
              closed.countDown();
            })) {
      deliverTo(receiver.url());

      assertThat(error()).isEqualTo("No whole answer within 2000 ms");
      await().until(() -> closed.getCount() == 0);
    }
  }

  @Test
  void aReceiverThatResetsIsAFailure() throws Exception {
    try (RawReceiver receiver =
        new RawReceiver(
            socket -> {
              socket.setSoLinger(true, 0);
            })) {
      deliverTo(receiver.url());

      assertThat(error()).containsIgnoringCase("connection");
    }
  }

  @Test
  void aReceiverThatIsAwayIsAFailure() throws Exception {
    RawReceiver away = RawReceiver.hanging();
    away.close();

    deliverTo(away.url());

    assertThat(error()).containsIgnoringCase("refused");
  }

  @Test
  void garbageIsAFailure() throws Exception {
    try (RawReceiver receiver =
        new RawReceiver(
            socket -> {
              RawReceiver.awaitRequest(socket);
              socket.getOutputStream().write(new byte[1000]);
            })) {
      deliverTo(receiver.url());

      assertThat(error()).isNotEmpty();
    }
  }

  @Test
  void tenMegabytesAreCutAndTheConnectionClosed() throws Exception {
    try (Receiver receiver =
        new Receiver(
            (exchange, request) -> {
              exchange.sendResponseHeaders(200, 10 << 20);
              exchange.getResponseBody().write("\0é".repeat(5 << 20).getBytes(US_ASCII));
            })) {
      deliverTo(receiver.url());

      DeliveryDetail delivery = scene.delivery("l-1");
      assertThat(delivery.delivery().state()).isEqualTo("delivered");
      String body = Objects.requireNonNull(delivery.attempts().get(0).body());
      assertThat(body).startsWith("\uFFFD?");
      assertThat(body.getBytes(UTF_8).length).isBetween(4093, 4096);
    }
  }

  @Test
  void anAnswerWithoutEndIsCut() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (RawReceiver receiver =
        new RawReceiver(
            socket -> {
              RawReceiver.awaitRequest(socket);
              OutputStream out = socket.getOutputStream();
              try {
                out.write("HTTP/1.1 500 Oops\r\n\r\n".getBytes(US_ASCII));
                while (true) {
                  out.write(new byte[1 << 16]);
                }
              } finally {
                closed.countDown();
              }
            })) {
      deliverTo(receiver.url());

      assertThat(scene.delivery("l-1").attempts().get(0).status()).isEqualTo(500);
      await().until(() -> closed.getCount() == 0);
    }
  }

  @Test
  void anAddressThatIsNoLongerAllowedIsNotConnectedTo() throws Exception {
    try (RawReceiver receiver = RawReceiver.hanging()) {
      scene.register(receiver.url());
      scene.execute(
          "update webhook_endpoint set url = 'http://localhost:" + receiver.port() + "/'");
      scene.announce(clock, Scene.change("l-1"));

      scene.sender(clock).turn();

      assertThat(error()).startsWith("The URL is refused: ");
      assertThat(receiver.connections()).isZero();
    }
  }

  private void deliverTo(String url) throws Exception {
    scene.register(url);
    scene.announce(clock, Scene.change("l-1"));
    scene.sender(clock).turn();
  }

  private String error() throws Exception {
    return Objects.requireNonNull(scene.delivery("l-1").attempts().get(0).error());
  }
}
