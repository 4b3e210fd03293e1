package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Pages of the ranking, the first one and one from the middle, with each kind of filter. */
final class Ranking {
  private static final List<String> FILTERS =
      List.of(
          "",
          "&stage=SQL",
          "&stage=none",
          "&band=cold",
          "&grade=D",
          "&owner=EMEA",
          "&stage=MQL&grade=A",
          "&q=company%2077",
          "&q=tanaka",
          "&q=nobody-has-this");
  private static final int CONNECTIONS = 2;
  private static final int RATE = 50;

  private final Load load;
  private final Service service;
  private final Options options;

  Ranking(Load load, Service service, Options options) {
    this.load = load;
    this.service = service;
    this.options = options;
  }

  /** Prints the p99 of each kind of page, once warm. The row has that of the worst. */
  Row measure() throws IOException, SQLException {
    List<String> pages = pages();
    for (String page : pages) {
      load.run(Order.get(service.uri(), page, CONNECTIONS, options.window()));
    }
    double[] worst = {0};
    for (String page : pages) {
      Order order = Order.get(service.uri(), page, CONNECTIONS, options.window().multipliedBy(2));
      double p99 = load.run(order.at(RATE)).p99() / 1_000.0;
      System.err.printf("%s: p99 %.1f ms%n", page, p99);
      worst[0] = Math.max(worst[0], p99);
    }
    return new Row(
        "p99 of a page of the ranking, worst of %d kinds".formatted(pages.size()),
        worst,
        "ms",
        "≤ 20 ms",
        Writing.met(worst, 20));
  }

  private List<String> pages() throws IOException, SQLException {
    String deep = "&cursor=" + middle();
    List<String> pages = new ArrayList<>();
    for (String filter : FILTERS) {
      pages.add("/v1/leads?limit=50" + filter);
      pages.add("/v1/leads?limit=50" + filter + deep);
    }
    return pages;
  }

  /** The cursor of a page half-way down. */
  private String middle() throws IOException, SQLException {
    String sql = "SELECT score || ' ' || lead FROM lead ORDER BY -score, lead OFFSET ? LIMIT 1";
    try (Connection connection = service.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(sql.replace("?", String.valueOf(options.leads() / 2)))) {
      row.next();
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(row.getString(1).getBytes(StandardCharsets.UTF_8));
    }
  }
}
