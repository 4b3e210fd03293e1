package dev.assay.operations;

import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Prometheus would read at one moment: values by series. */
record Scrape(Map<String, Double> series) {
  private static final Pattern LINE = Pattern.compile("(?m)^([a-z_]+(?:\\{.*?})?) (\\S+)$");

  static Scrape now() {
    String text = RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
    Map<String, Double> series = new HashMap<>();
    for (Matcher line = LINE.matcher(text); line.find(); ) {
      series.put(line.group(1), Double.valueOf(line.group(2)));
    }
    return new Scrape(series);
  }

  /** Names without labels. */
  Set<String> names() {
    return series.keySet().stream()
        .map(one -> one.replaceFirst("\\{.*", ""))
        .collect(Collectors.toSet());
  }

  /** The sum of all series of the name that have these labels ({@code status="accepted"}). */
  double value(String name, String... labels) {
    return series.entrySet().stream()
        .filter(one -> one.getKey().replaceFirst("\\{.*", "").equals(name))
        .filter(one -> Stream.of(labels).allMatch(one.getKey()::contains))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
