package dev.assay.benchmark;

import dev.assay.process.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.Main;

/** Runs what is asked for and prints one table; where that is all, also into the documentation. */
final class Benchmarks {
  private static final Path RULES = Path.of("rules");

  /** The collector is that of the Deployment in kubernetes/. */
  static final String JVM = "-XX:+UseParallelGC -Xmx256m";

  private final Options options;
  private final Path folder;
  private final Path rules;
  private final List<Row> rows = new ArrayList<>();

  private Benchmarks(Options options) throws IOException {
    this.options = options;
    this.folder = Service.folder("benchmark");
    this.rules = Files.createDirectory(folder.resolve("rules"));
    for (String file : RULES.toFile().list()) {
      Files.copy(RULES.resolve(file), rules.resolve(file));
    }
  }

  /** Arguments: see {@link Options}, or {@code jmh} and what to pass on to JMH. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("jmh")) {
      Main.main(List.of(args).subList(1, args.length).toArray(String[]::new));
      return;
    }
    Benchmarks benchmarks = new Benchmarks(Options.parse(args));
    benchmarks.run();
    String table = Row.table(benchmarks.rows);
    System.out.println(table);
    if (benchmarks.options.works().size() == Options.Work.values().length) {
      Report.write(Path.of("docs/performance.md"), table);
    }
  }

  private void run() throws Exception {
    Map<String, String> settings =
        Map.of(
            "ASSAY_RULES_DIRECTORY", rules.toString(),
            "ASSAY_WEBHOOK_ALLOWED_HOSTS", "127.0.0.1",
            "JAVA_TOOL_OPTIONS", JVM);
    try (Service service = Service.start(folder, settings)) {
      try (Connection connection = service.connect();
          Statement statement = connection.createStatement()) {
        if (options.works().stream().anyMatch(Options.Work::needsLeads)) {
          new People(connection).add(0, options.leads(), options.eventsEach());
        }
        RawWriter.prepare(connection, options.leads());
        statement.execute("VACUUM ANALYZE");
        Reassessing.awaitRuleset(connection, 1);
      }
      String url = url(service);
      try (Load load = new Load(service.key(), url, options.leads())) {
        measure(service, load);
      }
    }
  }

  private void measure(Service service, Load load) throws Exception {
    for (Options.Work work : options.works()) {
      System.err.println(work);
      switch (work) {
        case WRITING -> {
          Writing writing = new Writing(load, service, options);
          rows.addAll(writing.measure());
        }
        case EVALUATING -> {
          try (Evaluating evaluating = new Evaluating(load, service)) {
            rows.addAll(evaluating.measure(options));
          }
        }
        case RANKING -> rows.add(new Ranking(load, service, options).measure());
        case PAGES -> rows.addAll(new Pages(service).measure());
        case DELIVERING -> {
          try (Delivering delivering = new Delivering(service, options)) {
            rows.addAll(delivering.measure());
          }
        }
        case STARTING -> rows.addAll(new Starting(service, options).measure());
        case REASSESSING -> rows.addAll(new Reassessing(load, service, rules, options).measure());
        case REVIEWING -> rows.addAll(new Reviewing(load, service, options).measure());
      }
      rows.add(Memory.resident(service, work));
    }
  }

  private static String url(Service service) throws IOException, SQLException {
    try (Connection connection = service.connect()) {
      return "%s%suser=%s&password=%s"
          .formatted(
              connection.getMetaData().getURL(),
              connection.getMetaData().getURL().contains("?") ? "&" : "?",
              Service.DATABASE_USER,
              service.databasePassword());
    }
  }
}
