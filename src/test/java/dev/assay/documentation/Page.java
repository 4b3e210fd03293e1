package dev.assay.documentation;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
record Page(Path path, String text) {
  private static final Path DOCS = Path.of("docs");

  /** Pages that are not in the folder of the documentation. */
  private static final List<String> OTHERS =
      List.of(
          "README.md",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "rules/README.md",
          "kubernetes/README.md",
          "benchmarks/README.md");

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(([^()\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *#*$");

  /** What a link shows, and where it leads. */
  record Link(String label, String target) {}

  static List<Page> all() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      return Stream.concat(
              OTHERS.stream().map(Path::of),
              docs.filter(path -> path.toString().endsWith(".md")).sorted())
          .map(Page::read)
          .toList();
    }
  }

  static Page read(Path path) {
    try {
      return new Page(path, Files.readString(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The links to other places of the repository. */
  List<Link> links() {
    return LINK.matcher(prose().replaceAll("`[^`\n]*`", "code"))
        .results()
        .map(found -> new Link(found.group(1), found.group(2)))
        .filter(link -> !link.target.matches("[a-z]+:.*"))
        .toList();
  }

  /** The anchors of the headings, as GitHub makes them. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (MatchResult heading : HEADING.matcher(prose()).results().toList()) {
      String anchor =
          LINK.matcher(heading.group(1))
              .replaceAll("$1")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}_ -]", "")
              .replace(' ', '-');
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  /** What is not code: neither fenced nor indented. */
  private String prose() {
    return FENCED
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> !line.startsWith("    "))
        .collect(joining("\n"));
  }
}
