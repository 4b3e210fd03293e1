package dev.assay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.pipeline.Announcer;
import dev.assay.scoring.step.LeadChanged;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SenderAtRest.class)
class OutboxTest {

  @Inject Scene scene;
  @Inject Announcer announcer;

  @BeforeEach
  void clear() throws Exception {
    scene.clear();
  }

  @Test
  void aMessageTellsTheWholeChange() throws Exception {
    scene.announce(Clock.systemUTC(), Scene.change("l-42"));

    assertThat(scene.query("select payload from message"))
        .containsExactly(
            """
            {"type":"lead.stage.changed","version":1,"timestamp":"2026-11-20T09:30:00.123456Z","data":{\
            "lead":"l-42","email":"ada@example.com","firstName":"Ada","lastName":null,\
            "company":"Müller \\"& Söhne\\"","sequence":3,"from":null,"to":"MQL","stage":"MQL",\
            "score":62,"fit":40,"engagement":22,"grade":"B","band":"warm","owner":"kim","ruleset":7,\
            "reasons":[{"points":20,"reason":"Visited the price list","rule":"Engagement_12"}],\
            "cause":{"source":"website","id":"e-1","type":"page_view","subject":"/pricing"}}}\
            """);
    assertThat(scene.query("select id from message").get(0)).matches("msg_[0-9a-z]{26}");
  }

  @Test
  void everySubscribedAndEnabledEndpointGetsEveryMessage() throws Exception {
    String all = scene.register("http://127.0.0.1:1/", Map.of()).endpoint().id();
    String chosen = scene.register("http://127.0.0.1:1/", "lead.stage.changed").endpoint().id();
    String other = scene.register("http://127.0.0.1:1/").endpoint().id();
    String disabled = scene.register("http://127.0.0.1:1/").endpoint().id();
    scene.execute("update webhook_endpoint set event_types = '{x}' where id = '" + other + "'");
    scene.execute("update webhook_endpoint set enabled = false where id = '" + disabled + "'");

    scene.announce(Clock.systemUTC(), Scene.change("b"), Scene.change("a"));

    assertThat(
            scene.query(
                "select lead || ' ' || sequence || ' ' || type || ' ' || endpoint from delivery"
                    + " order by id"))
        .containsExactly(
            "b 3 lead.stage.changed " + all,
            "b 3 lead.stage.changed " + chosen,
            "b 4 lead.qualified " + all,
            "a 3 lead.stage.changed " + all,
            "a 3 lead.stage.changed " + chosen,
            "a 4 lead.qualified " + all);
    assertThat(scene.query("select distinct message from delivery")).hasSize(4);
  }

  @Test
  void withoutEndpointsTheMessageIsKeptAllTheSame() throws Exception {
    Announcer.Announced announced = scene.announce(Clock.systemUTC(), Scene.change("l-1"));

    assertThat(scene.query("select lead from message")).containsExactly("l-1");
    assertThat(scene.query("select lead from delivery")).isEmpty();
    assertThat(announced.messages()).containsExactly(1);
    assertThat(announced.toSend()).isFalse();
  }

  @Test
  void thereIsSomethingToSendIfAnybodyWantsAnyOfIt() throws Exception {
    scene.register("http://127.0.0.1:1/", "lead.qualified");

    Announcer.Announced announced =
        scene.announce(Clock.systemUTC(), Scene.change("b"), Scene.change("a"));

    assertThat(announced.messages()).containsExactly(2, 2);
    assertThat(announced.toSend()).isTrue();
  }

  @Test
  void nothingIsLeftOfATransactionRolledBack() throws Exception {
    scene.register("http://127.0.0.1:1/");
    try (Connection connection = scene.database.getConnection()) {
      connection.setAutoCommit(false);
      Scene.announce(announcer, connection, Scene.change("l-1"));
      connection.rollback();
    }

    assertThat(scene.query("select lead from message")).isEmpty();
    assertThat(scene.query("select lead from delivery")).isEmpty();
  }

  @Test
  void fiveHundredChangesAreOneStatement() throws Exception {
    scene.register("http://127.0.0.1:1/");

    scene.announce(
        Clock.systemUTC(),
        IntStream.range(0, 500).mapToObj(i -> Scene.change("l-" + i)).toArray(LeadChanged[]::new));

    assertThat(scene.query("select lead from delivery order by id"))
        .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> "l-" + i).toList());
  }

  @Test
  void secretsAreStoredEncrypted() throws Exception {
    EndpointCreated created = scene.register("http://127.0.0.1:1/");

    String key = Secret.parse(created.secret()).reveal().substring("whsec_".length());

    assertThat(scene.query("select signing_key::text from signing_key").get(0))
        .doesNotContain(key)
        .doesNotContain(hex(Secret.parse(created.secret()).key()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
