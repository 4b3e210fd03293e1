import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts leads of a web shop, one a line of a CSV file, as profiles and events, and shows how their
 * scores spread over bands for those who bought and those who did not.
 *
 * <p>Columns: ProspectID, LeadOrigin, LeadSource, TotalVisits, TotalTime (seconds on the site),
 * PageViews (per visit), Specialization, Occupation, Converted (0 or 1, for the report only). An empty
 * cell and {@code Select} mean that nothing is known.
 *
 * <p>Run it with {@code java src/main/scripts/PostLeads.java FILE [URL [KEY-FILE]]} while the service
 * runs. Repeating it on the same day changes nothing.
 */
class PostLeads {
  private static final int CALLS_AT_ONCE = 8;
  private static final int EVENTS_A_CALL = 500;
  private static final int MOST_PAGES = 20;
  private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  /** The file tells no times; visits are laid on the days before today's first moment. */
  private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

  PostLeads(String url, String key) {
    this.url = url;
    this.key = key;
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("usage: java PostLeads.java FILE [URL [KEY-FILE]]");
      System.exit(2);
    }
    String url = args.length > 1 ? args[1] : "http://localhost:8080";
    Path keyFile = Path.of(args.length > 2 ? args[2] : "data/admin.key");
    PostLeads post = new PostLeads(url, Files.readString(keyFile).strip());
    List<Map<String, String>> leads = read(Path.of(args[0]));
    post.postAll(leads);
    post.report(leads);
  }

  private void postAll(List<Map<String, String>> leads) throws Exception {
    long start = System.nanoTime();
    List<String> events = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (Map<String, String> lead : leads) {
      calls.add(new Call("PUT", "/v1/leads/" + lead.get("ProspectID"), profile(lead)));
      events.addAll(events(lead));
    }
    send(calls);
    System.out.printf("%d profiles in %.1f s%n", leads.size(), seconds(start));
    start = System.nanoTime();
    calls.clear();
    for (int from = 0; from < events.size(); from += EVENTS_A_CALL) {
      List<String> part = events.subList(from, Math.min(from + EVENTS_A_CALL, events.size()));
      calls.add(new Call("POST", "/v1/events", "[" + String.join(",", part) + "]"));
    }
    send(calls);
    double took = seconds(start);
    System.out.printf("%d events in %.1f s, %.0f events/s%n", events.size(), took, events.size() / took);
  }

  private record Call(String method, String path, String body) {}

  private void send(List<Call> calls) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(CALLS_AT_ONCE);
    try {
      List<Future<String>> answers = new ArrayList<>();
      calls.forEach(call -> answers.add(threads.submit(() -> send(call))));
      for (Future<String> answer : answers) {
        if (answer.get().contains("\"status\":\"rejected\"")) {
          throw new IllegalStateException(answer.get());
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  private String send(Call call) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + call.path()))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()))
            .build();
    while (true) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() < 300) {
        return answer.body();
      }
      if (answer.statusCode() != 429 && answer.statusCode() != 503) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      Thread.sleep(1000L * Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("1")));
    }
  }

  private static String profile(Map<String, String> lead) {
    Map<String, String> profile = new LinkedHashMap<>();
    String source = lead.get("LeadSource");
    profile.put("source", text(source.equals("Reference") ? "Referral" : source));
    profile.put("department", text(lead.get("Specialization")));
    profile.put("title", text(lead.get("Occupation")));
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("origin", text(lead.get("LeadOrigin")));
    attributes.put("secondsOnSite", lead.get("TotalTime"));
    profile.put("attributes", object(attributes));
    return object(profile);
  }

  private List<String> events(Map<String, String> lead) {
    List<String> events = new ArrayList<>();
    // Who fills in the form to be added asks to be called; the other forms are on the way to a page.
    switch (lead.get("LeadOrigin")) {
      case "Lead Add Form" -> events.add(event(lead, "origin", "demo_request", "", 0, "{}"));
      case "Landing Page Submission" ->
          events.add(event(lead, "origin", "form_submit", "landing-page", 0, "{}"));
      default -> {}
    }
    int visits = (int) Double.parseDouble(lead.get("TotalVisits"));
    int pages = Math.min((int) Math.round(Double.parseDouble(lead.get("PageViews"))), MOST_PAGES);
    for (int visit = 0; visit < visits; visit++) {
      String seconds = "{\"seconds\":" + Integer.parseInt(lead.get("TotalTime")) / visits + "}";
      events.add(event(lead, "visit-" + visit, "visit", "", visit, seconds));
      for (int page = 0; page < pages; page++) {
        String id = "page-" + visit + "-" + page;
        events.add(event(lead, id, "page_view", "/courses/" + page, visit, "{}"));
      }
    }
    return events;
  }

  private String event(
      Map<String, String> lead, String id, String type, String subject, int daysAgo, String properties) {
    Map<String, String> event = new LinkedHashMap<>();
    event.put("id", text(id));
    event.put("lead", text(lead.get("ProspectID")));
    event.put("type", text(type));
    event.put("subject", text(subject));
    event.put("source", text("csv"));
    event.put("occurredAt", text(today.minus(daysAgo, ChronoUnit.DAYS).toString()));
    event.put("properties", properties);
    return object(event);
  }

  private void report(List<Map<String, String>> leads) throws IOException, InterruptedException {
    Map<String, String> bands = new HashMap<>();
    Map<String, String> scores = new HashMap<>();
    Pattern ranked = Pattern.compile("\\{\"lead\":\"([^\"]+)\".*?\"score\":(\\d+).*?\"band\":\"?(\\w+)");
    String next = "";
    while (next != null) {
      String page = send("/v1/leads?limit=200" + next);
      Matcher lead = ranked.matcher(page);
      while (lead.find()) {
        int tens = Integer.parseInt(lead.group(2)) / 10 * 10;
        scores.put(lead.group(1), "%3d to %d".formatted(tens, tens + 9));
        bands.put(lead.group(1), lead.group(3));
      }
      Matcher cursor = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page);
      next = cursor.find() ? "&cursor=" + cursor.group(1) : null;
    }
    print("band", leads, bands);
    print("score", leads, scores);
  }

  private static void print(
      String title, List<Map<String, String>> leads, Map<String, String> classes) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Map<String, String> lead : leads) {
      int bought = lead.get("Converted").equals("1") ? 1 : 0;
      counts.computeIfAbsent(classes.get(lead.get("ProspectID")), all -> new int[2])[bought]++;
    }
    System.out.printf("%n%-12s %8s %8s %14s%n", title, "bought", "did not", "bought of all");
    counts.forEach(
        (name, n) ->
            System.out.printf(
                "%-12s %8d %8d %13.0f%%%n", name, n[1], n[0], 100.0 * n[1] / (n[0] + n[1])));
  }

  private String send(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + key).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> leads = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      List<String> header = cells(lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> cells = cells(line);
        Map<String, String> lead = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          String cell = i < cells.size() ? cells.get(i) : "";
          lead.put(header.get(i), cell.equals("Select") ? "" : cell);
        }
        leads.add(lead);
      }
    }
    return leads;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    while (cell.find() && cells.size() < 100) {
      cells.add(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
      if (cell.end() == line.length()) {
        break;
      }
    }
    return cells;
  }

  /** A JSON text, or null for an empty one. */
  private static String text(String value) {
    return value.isEmpty() ? "null" : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String object(Map<String, String> fields) {
    List<String> members = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (!value.equals("null")) {
            members.add("\"" + name + "\":" + value);
          }
        });
    return "{" + String.join(",", members) + "}";
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
