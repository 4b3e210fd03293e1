package dev.assay.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.process.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Messages that wait, sent to a receiver on this machine; and how soon a change of stage is there. */
final class Delivering implements AutoCloseable {
  private static final int BACKLOG = 10_000;
  private static final int AT_ONCE = 256;
  private static final int CHANGES_PER_SECOND = 50;

  /** With it a demo that is asked for makes a lead an MQL. */
  private static final String PROFILE = "{\"title\":\"VP of Sales\",\"employees\":300}";

  /** As large as a change of stage with five reasons. */
  private static final String FILL =
      """
      with written as (
        insert into message (lead, id, type, payload, created_at)
        select 'waiting-%1$s-' || n, 'msg_%1$s_' || n, 'lead.stage.changed',
          '{"type":"lead.stage.changed","data":{"lead":"waiting-%1$s-' || n || '","filler":"' || repeat('x', 900) || '"}}',
          now()
        from generate_series(1, %2$d) n
        returning lead, id, type, created_at
      )
      insert into delivery (lead, message, type, endpoint, next_attempt_at, created_at)
      select lead, id, type, '%3$s', created_at, created_at from written
      """;

  private final Service service;
  private final Options options;
  private final HttpServer receiver;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private volatile CountDownLatch missing = new CountDownLatch(0);

  Delivering(Service service, Options options) throws IOException {
    this.service = service;
    this.options = options;
    // Otherwise it closes connections that its sender keeps.
    System.setProperty("sun.net.httpserver.maxIdleConnections", Integer.toString(2 * AT_ONCE));
    this.receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  List<Row> measure() throws Exception {
    String endpoint = register();
    long begin = System.nanoTime();
    for (int round = 0; System.nanoTime() - begin < options.warmUp().toNanos(); round++) {
      deliveries("warm-up-" + round, endpoint);
    }
    double[] rates = new double[options.rounds()];
    for (int round = 0; round < rates.length; round++) {
      rates[round] = deliveries("round-" + round, endpoint);
    }
    int changes = (int) (CHANGES_PER_SECOND * options.window().toSeconds());
    delays("warm-up", changes);
    double[] p50 = new double[options.rounds()];
    double[] p99 = new double[options.rounds()];
    for (int round = 0; round < p50.length; round++) {
      double[] delays = delays("round-" + round, changes);
      p50[round] = delays[delays.length / 2];
      p99[round] = delays[delays.length * 99 / 100];
    }
    return List.of(
        new Row("deliveries to one receiver", rates, "/s", "≥ 2,000/s", Row.median(rates) >= 2_000 ? "yes" : "no"),
        new Row("p50 from a posted event to the receiver", p50, "ms", "≤ 100 ms", Writing.met(p50, 100)),
        new Row("p99 from a posted event to the receiver", p99, "ms", "≤ 500 ms", Writing.met(p99, 500)));
  }

  private String register() throws Exception {
    String body =
        "{\"url\":\"http://127.0.0.1:%d/\",\"eventTypes\":[\"lead.stage.changed\"],\"limits\":{\"atOnce\":%d}}"
            .formatted(receiver.getAddress().getPort(), AT_ONCE);
    HttpResponse<String> answer = send("POST", "/v1/webhooks", body);
    return new ObjectMapper().readTree(answer.body()).required("id").asText();
  }

  /** Of all that waits at first, a second. */
  private double deliveries(String family, String endpoint) throws Exception {
    missing = new CountDownLatch(BACKLOG);
    arrivals.clear();
    execute("update webhook_endpoint set paused_until = 'infinity'");
    execute(FILL.formatted(family, BACKLOG, endpoint));
    execute("analyze delivery");
    execute("update webhook_endpoint set paused_until = null, ramp = null");
    if (!missing.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException(missing.getCount() + " messages did not come");
    }
    long[] times = arrivals.values().stream().mapToLong(Long::longValue).sorted().toArray();
    return (times.length - 1) * 1e9 / (times[times.length - 1] - times[0]);
  }

  /** Milliseconds from the call to the arrival, sorted. Calls are made at an even pace. */
  private double[] delays(String family, int changes) throws Exception {
    missing = new CountDownLatch(changes);
    arrivals.clear();
    Map<String, Long> called = new ConcurrentHashMap<>();
    for (int change = 0; change < changes; change++) {
      send("PUT", "/v1/leads/changing-" + family + "-" + change, PROFILE);
    }
    ScheduledExecutorService pace = Executors.newScheduledThreadPool(8);
    try {
      for (int change = 0; change < changes; change++) {
        String lead = "changing-" + family + "-" + change;
        var unused = pace.schedule(
            () -> {
              called.put(lead, System.nanoTime());
              return send(
                  "POST",
                  "/v1/events",
                  "{\"id\":\"e\",\"lead\":\"%s\",\"type\":\"demo_request\"}".formatted(lead));
            },
            change * 1_000_000L / CHANGES_PER_SECOND,
            TimeUnit.MICROSECONDS);
      }
      if (!missing.await(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException(missing.getCount() + " messages did not come");
      }
    } finally {
      pace.shutdownNow();
    }
    return called.entrySet().stream()
        .mapToDouble(one -> (arrivals.getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue()) / 1e6)
        .sorted()
        .toArray();
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    int begin = body.indexOf("\"lead\":\"") + 8;
    String lead = body.substring(begin, body.indexOf('"', begin));
    if (arrivals.putIfAbsent(lead, System.nanoTime()) == null) {
      missing.countDown();
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + service.key())
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private void execute(String sql) throws IOException, SQLException {
    try (Connection connection = service.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    receiver.stop(0);
  }
}
