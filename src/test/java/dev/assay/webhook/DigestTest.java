package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.assay.time.SteppedClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class DigestTest {

  @Inject Scene scene;

  private final SteppedClock clock = SteppedClock.atPresent();

  @BeforeEach
  void anEndpointWantsADigestAnHour() throws Exception {
    scene.clear();
    scene.register(
        Map.of(
            "kind",
            "email",
            "config",
            Map.of("to", List.of("sales@example.com")),
            "eventTypes",
            List.of("lead.stage.changed"),
            "digest",
            "PT1H"));
  }

  @Test
  void whatIsNewIsOneMailBestLeadFirst() throws Exception {
    announce("l-1", 40);
    announce("l-2", 90);
    announce("l-3", 60);
    try (MailServer server = new MailServer()) {
      scene.sender(clock).turn();
      assertThat(server.mails()).as("before it is gathered").isEmpty();

      assertThat(scene.digests.gather(clock.instant())).isEqualTo(1);
      scene.sender(clock).turn();

      assertThat(server.mails()).hasSize(1);
      assertThat(server.mails().get(0).getSubject()).isEqualTo("3 new MQL");
      assertThat(GreenMailUtil.getWholeMessage(server.mails().get(0)))
          .containsSubsequence("leads/l-2", "leads/l-3", "leads/l-1");
      assertThat(scene.query("select distinct state from delivery where lead <> ''"))
          .containsExactly("superseded");
      assertThat(scene.delivery("").delivery().state()).isEqualTo("delivered");
    }
  }

  @Test
  void thereIsAtMostOneAnHour() throws Exception {
    Instant start = clock.instant();
    announce("l-1", 40);
    assertThat(scene.digests.gather(start)).isEqualTo(1);
    announce("l-2", 50);

    assertThat(scene.digests.gather(start.plus(Duration.ofMinutes(59)))).isZero();
    assertThat(scene.digests.gather(start.plus(Duration.ofMinutes(60)))).isEqualTo(1);
    assertThat(scene.digests.gather(start.plus(Duration.ofMinutes(180)))).as("empty").isZero();
  }

  @Test
  void whoIsErasedIsInNoDigest() throws Exception {
    announce("l-1", 40);
    announce("l-2", 50);
    scene.digests.gather(clock.instant());
    scene.execute("delete from message where lead = 'l-1'");
    try (MailServer server = new MailServer()) {
      scene.sender(clock).turn();

      assertThat(server.mails().get(0).getSubject()).isEqualTo("1 new MQL");
      assertThat(GreenMailUtil.getWholeMessage(server.mails().get(0))).doesNotContain("l-1");
      assertThat(scene.query("select payload from message where lead = ''").toString())
          .doesNotContain("l-2", "ada@example.com");
    }
  }

  @Test
  void whereAllAreErasedNothingIsSent() throws Exception {
    announce("l-1", 40);
    scene.digests.gather(clock.instant());
    scene.execute("delete from message where lead = 'l-1'");

    scene.sender(clock).turn();

    assertThat(scene.delivery("").delivery().state()).isEqualTo("failed");
  }

  @Test
  void processesShareTheWork() throws Exception {
    for (int more = 0; more < 9; more++) {
      scene.register(
          Map.of(
              "kind", "email",
              "config", Map.of("to", List.of("sales" + more + "@example.com")),
              "digest", "PT1H"));
    }
    announce("l-1", 40);
    Instant now = clock.instant();
    Callable<Integer> gather = () -> new Digests(scene.database, scene.ids).gather(now);
    ExecutorService processes = Executors.newFixedThreadPool(4);
    try {
      int digests = 0;
      for (Future<Integer> one : processes.invokeAll(List.of(gather, gather, gather, gather))) {
        digests += one.get();
      }

      assertThat(digests).isEqualTo(10);
      assertThat(scene.query("select count(*) from message where type = 'lead.digest'"))
          .containsExactly("10");
      assertThat(
              scene.query(
                  "select count(distinct endpoint) from delivery where type = 'lead.digest'"))
          .containsExactly("10");
    } finally {
      processes.shutdown();
    }
  }

  private void announce(String lead, int score) throws Exception {
    scene.announce(clock, Scene.change(lead));
    scene.execute(
        "update message set payload = replace(payload, '\"score\":62', '\"score\":%d') where lead = '%s'"
            .formatted(score, lead));
  }
}
