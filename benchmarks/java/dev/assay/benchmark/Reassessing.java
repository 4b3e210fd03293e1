package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** All leads after a change of the rules, and how long a service needs to start beside them. */
final class Reassessing {
  private static final String CHANGE =
      """
      package dev.assay.rules;
      import dev.assay.assessment.*;
      global Scorecard scorecard;
      rule "Looks for partners in Germany"
      when
          Lead(country == "DE")
      then
          scorecard.award(1).group("Company").reason("Looks for partners in Germany");
      end
      """;
  private static final int RATE = 200;
  private static final int CONNECTIONS = 16;
  private static final int MILLION = 1_000_000;

  /**
   * Less than an assessment takes, so that calls beside it end before it does. Long enough for a
   * million leads that one stall of the disk does not decide the p99.
   */
  private static final Duration A_LEAD = Duration.ofNanos(40_000);

  private final Load load;
  private final Service service;
  private final Path rules;
  private final Options options;

  Reassessing(Load load, Service service, Path rules, Options options) {
    this.load = load;
    this.service = service;
    this.rules = rules;
    this.options = options;
  }

  List<Row> measure() throws Exception {
    service.close();
    Files.writeString(rules.resolve("zz-partners.drl"), CHANGE);
    long begun = System.nanoTime();
    service.restart();
    double[] start = {(System.nanoTime() - begun) / 1e9};
    double[] cold = {untilAllAre(2)};
    load.run(Order.events(service.uri(), CONNECTIONS, 1, options.warmUp()));
    rollBack(1);
    double[] undisturbed = {untilAllAre(1)};
    Order flow =
        Order.events(service.uri(), CONNECTIONS, 1, A_LEAD.multipliedBy(options.leads())).at(RATE);
    double[] normal = {load.run(flow).p99() / 1_000.0};
    rollBack(2);
    load.begin(flow);
    double[] disturbed = {untilAllAre(2)};
    double[] beside = {load.await().p99() / 1_000.0};
    return List.of(
        new Row("start, with new rules", start, "s", "≤ 4 s", Writing.met(start, 4)),
        new Row("all leads by new rules, for 1,000,000, just started", cold, "s", "", ""),
        new Row("the same, once warm", undisturbed, "s", "≤ 90 s", Writing.met(undisturbed, 90)),
        new Row("the same beside events", disturbed, "s", "", ""),
        new Row("p99 of one event, %d a second".formatted(RATE), normal, "ms", "", ""),
        new Row(
            "the same beside the re-assessment",
            beside,
            "ms",
            "≤ 2 × normal",
            Writing.against(beside, normal)));
  }

  /** How long it takes until all leads are assessed by these rules, in seconds for a million. */
  private double untilAllAre(int ruleset) throws Exception {
    long begun = System.nanoTime();
    try (Connection connection = service.connect()) {
      awaitRuleset(connection, ruleset);
    }
    return (System.nanoTime() - begun) / 1e9 * MILLION / options.leads();
  }

  private void rollBack(int ruleset) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri().resolve("/v1/rulesets/" + ruleset + "/rollback"))
            .header("Authorization", "Bearer " + service.key())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** Waits until all leads are assessed by these rules. */
  static void awaitRuleset(Connection connection, int number)
      throws SQLException, InterruptedException {
    LeadsLeft.awaitNone(connection, "ruleset <> " + number);
  }
}
