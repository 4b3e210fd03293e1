package dev.assay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.process.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Leads that are sent along and not stored, beside the same rules written by hand. */
final class Evaluating implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVALUATE = "/v1/evaluate";
  private static final int CONNECTIONS = 32;
  private static final int COMPARED = 500;

  private final Load load;
  private final Service service;
  private final Process peer;
  private final URI peerUri;

  Evaluating(Load load, Service service) throws IOException {
    this.load = load;
    this.service = service;
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    peerUri = URI.create("http://127.0.0.1:" + port + "/");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HandWrittenService.class.getName(),
                String.valueOf(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_TOOL_OPTIONS", Benchmarks.JVM);
    peer = builder.start();
    peer.inputReader().readLine();
  }

  /** Fails unless the rules by hand say of many leads what the service says. */
  private void compare(Traffic traffic, Evaluator service, Evaluator byHand)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < COMPARED; i++) {
      byte[] call = traffic.evaluation(i % 60);
      JsonNode ours = ask(client, service, call);
      JsonNode theirs = ask(client, byHand, call);
      String left =
          "%s %s %s %s %s"
              .formatted(
                  ours.at("/score/total"),
                  ours.at("/score/fit"),
                  ours.at("/score/engagement"),
                  text(ours, "grade"),
                  text(ours, "band"));
      String right =
          "%s %s %s %s %s"
              .formatted(
                  theirs.path("total"),
                  theirs.path("fit"),
                  theirs.path("engagement"),
                  theirs.path("grade").asText(),
                  theirs.path("band").asText());
      if (!left.equals(right)) {
        throw new IllegalStateException(
            "the rules differ: %s, by hand %s%n%s%n%s%n%s"
                .formatted(left, right, new String(call), ours, theirs));
      }
    }
  }

  private static String text(JsonNode assessment, String field) {
    JsonNode value = assessment.path(field);
    return value.isObject() ? value.path("value").asText() : value.asText();
  }

  private JsonNode ask(HttpClient client, Evaluator who, byte[] call)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(who.at().resolve(who.path()))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + service.key())
            .POST(HttpRequest.BodyPublishers.ofByteArray(call))
            .build();
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  List<Row> measure(Options options) throws IOException, InterruptedException {
    Evaluator ours = new Evaluator(service.uri(), EVALUATE);
    Evaluator sameStack = new Evaluator(service.uri(), HandWrittenResource.PATH);
    Evaluator bare = new Evaluator(peerUri, EVALUATE);
    Traffic traffic = new Traffic(new Zipf(options.leads()), options.leads(), "compared");
    compare(traffic, ours, sameStack);
    compare(traffic, ours, bare);
    int rounds = options.rounds();
    Duration window = options.window();
    for (Evaluator one : List.of(ours, sameStack, bare)) {
      load.run(one.order(50, options.warmUp().dividedBy(2)));
    }
    List<Row> rows = new ArrayList<>();
    for (int events : new int[] {5, 50}) {
      double[] byRules = new double[rounds];
      double[] byHand = new double[rounds];
      double[] onBareServer = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        byRules[round] = calls(ours.order(events, window));
        byHand[round] = calls(sameStack.order(events, window));
        onBareServer[round] = calls(bare.order(events, window));
      }
      String aim = events == 5 ? "≥ 0.5 × by hand" : "≥ 0.65 × by hand";
      String what = "evaluate a lead with %d events".formatted(events);
      rows.add(new Row(what, byRules, "calls/s", aim, Writing.against(byRules, byHand)));
      rows.add(new Row("by hand, same HTTP stack: " + what, byHand, "calls/s", "", ""));
      rows.add(
          new Row(
              "by hand, bare server: " + what,
              onBareServer,
              "calls/s",
              "",
              "(service: " + Writing.against(byRules, onBareServer) + ")"));
    }
    return rows;
  }

  /** Who answers. */
  private record Evaluator(URI at, String path) {
    Order order(int events, Duration duration) {
      return Order.evaluate(at, path, CONNECTIONS, events, duration);
    }
  }

  private double calls(Order order) throws IOException {
    return load.run(order).callsPerSecond();
  }

  @Override
  public void close() {
    peer.destroy();
  }
}
