package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of the console, each asked for again and again by one person who is logged in. */
final class Pages {
  private static final int SOMEBODY = 4_711;
  private static final List<String> PAGES =
      List.of(
          "/leads",
          "/leads?view=hot-unassigned",
          "/leads?view=cooling-down",
          "/leads?view=good-on-paper",
          "/leads?view=new-in-top-stage",
          "/leads?q=tanaka",
          "/leads/" + Population.key(SOMEBODY),
          "/overview",
          "/rules",
          "/rules/1",
          "/rules/1/cases",
          "/rules/1/simulation",
          "/rule-effect",
          "/import",
          "/webhooks");
  private static final Pattern TOKEN = Pattern.compile("X-CSRF-Token\": \"([^\"]+)\"");
  private static final int TIMES = 21;

  private final Service service;

  // Cookies of plain http on this machine, as a browser keeps them.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  Pages(Service service) {
    this.service = service;
  }

  /** The median of each page, and in the table the slowest of them; the first call is left out. */
  List<Row> measure() throws IOException, InterruptedException {
    logIn();
    List<Row> rows = new ArrayList<>();
    for (String page : PAGES) {
      double first = millis(page);
      double[] millis = new double[TIMES];
      for (int i = 0; i < TIMES; i++) {
        millis[i] = millis(page);
      }
      System.err.printf("%s: first %.0f ms, median %.1f ms%n", page, first, Row.median(millis));
      rows.add(new Row(page, millis, "ms", "≤ 150 ms", Writing.met(millis, MOST)));
    }
    rows.sort((a, b) -> Double.compare(b.median(), a.median()));
    Row slowest = rows.get(0);
    return List.of(
        new Row(
            "slowest of %d pages of the console (%s)".formatted(PAGES.size(), slowest.what()),
            slowest.figures(),
            slowest.unit(),
            slowest.aim(),
            slowest.reached()));
  }

  private void logIn() throws IOException, InterruptedException {
    Matcher token =
        TOKEN.matcher(http.send(get("/login"), HttpResponse.BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new IOException("no token on the page for logging in");
    }
    HttpRequest form =
        HttpRequest.newBuilder(at("/login"))
            .header("X-CSRF-Token", token.group(1))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "key=" + URLEncoder.encode(service.key(), StandardCharsets.UTF_8)))
            .build();
    int status = http.send(form, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != NO_CONTENT) {
      throw new IOException("logging in was answered with " + status);
    }
  }

  private double millis(String page) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<byte[]> answer =
        http.send(get(page), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK) {
      throw new IOException(page + " was answered with " + answer.statusCode());
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private HttpRequest get(String page) {
    return HttpRequest.newBuilder(at(page)).header("Accept", "text/html").build();
  }

  private URI at(String page) {
    return service.uri().resolve(page);
  }

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final double MOST = 150;
}
