package dev.assay.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Posts events one by one from many threads, and remembers what became of each. */
public final class Poster {
  private final HttpClient client =
      // HTTP/2 would not do: this client gives up open requests when a server says it will stop.
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String key;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final Queue<String> repeated = new ConcurrentLinkedQueue<>();

  public Poster(String key) {
    this.key = key;
  }

  /**
   * The status of each event whose answer arrived, by the event as posted; the first one counts.
   */
  public Map<String, String> answers() {
    return answers;
  }

  /** What came instead of an answer to an event. */
  public Queue<String> refusals() {
    return refusals;
  }

  /** The statuses that came for events which had been answered before. */
  public Queue<String> repeated() {
    return repeated;
  }

  /** Posts all events, in their order but from all threads at once; returns when all are done. */
  public void post(URI service, List<String> events, int threads) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    events.forEach(event -> workers.execute(() -> post(service, event)));
    workers.shutdown();
    if (!workers.awaitTermination(5, TimeUnit.MINUTES)) {
      workers.shutdownNow();
      throw new AssertionError("posting did not end");
    }
  }

  private void post(URI service, String event) {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/v1/events"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        String status = answer.body().replaceFirst(".*\"status\":\"(\\w+)\".*", "$1");
        if (answers.putIfAbsent(event, status) != null) {
          repeated.add(status);
        }
      } else {
        refusals.add(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException unanswered) {
      // The service is gone; the caller does not know what became of the event.
      refusals.add(unanswered.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
