package dev.assay.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation and the source name outside of links. */
class MentionsTest {
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w/.-])((?:docs|rules|kubernetes|benchmarks|src)/[\\w./-]*[\\w/])");
  private static final Pattern DOCUMENT = Pattern.compile("(?<![\\w/.-])(docs/[\\w./-]*\\.\\w+)");
  private static final Pattern ALONE = Pattern.compile("(?<![\\w/.-])([\\w-]+\\.(?:md|sql))\\b");
  private static final Pattern TEST = Pattern.compile("\\b([A-Z][a-z]\\w+(?:IT|Test))\\b");
  private static final Pattern DECISION = Pattern.compile("(?i)\\bdecisions? (\\d+)");
  private static final Pattern VARIABLE = Pattern.compile("(?<![A-Z_])(ASSAY_[A-Z_]*[A-Z])");
  private static final Pattern PROPERTY = Pattern.compile("`(assay(?:\\.[a-z-]+){2,})`");

  /** Variables of the shells in examples. */
  private static final Set<String> OF_EXAMPLES = Set.of("ASSAY_KEY");

  private static final Set<String> OF_QUARKUS = Set.of("QuarkusTest");

  @Test
  void everyFileThatPagesNameIsThere() throws IOException {
    Set<String> names = names();

    assertThat(missing(Page.all(), FILE, name -> Files.exists(Path.of(name)))).isEmpty();
    assertThat(missing(Page.all(), ALONE, names::contains)).isEmpty();
    assertThat(
            missing(
                Page.all(),
                TEST,
                name -> OF_QUARKUS.contains(name) || names.contains(name + ".java")))
        .isEmpty();
  }

  @Test
  void everyPageThatTheSourceNamesIsThere() throws IOException {
    List<Page> sources = sources("src/main", "src/test", "benchmarks", "kubernetes");

    assertThat(missing(sources, DOCUMENT, name -> Files.exists(Path.of(name)))).isEmpty();
  }

  @Test
  void everyDecisionThatIsNamedIsThere() throws IOException {
    Set<Integer> decisions = Decisions.files().keySet();
    Predicate<String> known = number -> decisions.contains(Integer.valueOf(number));

    assertThat(missing(Page.all(), DECISION, known)).isEmpty();
    assertThat(missing(sources("src", "benchmarks", "kubernetes"), DECISION, known)).isEmpty();
  }

  @Test
  void everyDecisionThatIsLinkedHasTheNumberItIsCalledBy() throws IOException {
    for (Page page : Page.all()) {
      for (Page.Link link : page.links()) {
        Matcher called = DECISION.matcher(link.label());
        if (called.matches()) {
          assertThat(link.target())
              .as(page.path().toString())
              .contains("%04d-".formatted(Integer.valueOf(called.group(1))));
        }
      }
    }
  }

  @Test
  void everySettingThatIsNamedIsRead() throws IOException {
    Set<String> variables = new HashSet<>(OF_EXAMPLES);
    DeclaredSettings.all().map(Setting::variable).forEach(variables::add);
    List<String> properties = DeclaredSettings.all().map(Setting::property).toList();

    assertThat(missing(Page.all(), VARIABLE, variables::contains)).isEmpty();
    assertThat(missing(sources("src/main", "kubernetes"), VARIABLE, variables::contains)).isEmpty();
    assertThat(
            missing(
                Page.all(),
                PROPERTY,
                name -> properties.stream().anyMatch(each -> (each + ".").startsWith(name + "."))))
        .isEmpty();
  }

  /** What pages name (the first group of the pattern) and is not known, each with its page. */
  private static List<String> missing(
      Collection<Page> pages, Pattern pattern, Predicate<String> known) {
    return pages.stream()
        .flatMap(
            page ->
                pattern
                    .matcher(page.text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(known.negate())
                    .map(name -> page.path() + " names " + name))
        .toList();
  }

  private static List<Page> sources(String... folders) throws IOException {
    Set<Page> sources = new HashSet<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files
            .filter(file -> file.toString().matches(".*\\.(java|sql|html|js|css|properties|yaml)"))
            .map(Page::read)
            .forEach(sources::add);
      }
    }
    return List.copyOf(sources);
  }

  /** The names of all files, without those that are built. */
  private static Set<String> names() throws IOException {
    Set<String> names = new HashSet<>();
    for (String folder : List.of("src", "docs", "rules", "kubernetes", "benchmarks")) {
      add(Files.walk(Path.of(folder)), names);
    }
    add(Files.list(Path.of("")), names);
    return names;
  }

  private static void add(Stream<Path> files, Set<String> names) {
    try (files) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
  }
}
