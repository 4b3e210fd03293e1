package dev.assay.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Pattern SEE = Pattern.compile("\\bsee (below|above|[A-Z][a-z]+)\\b");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Page page : Page.all()) {
      for (Page.Link link : page.links()) {
        links++;
        wrong(page, link.target())
            .ifPresent(why -> broken.add(page.path() + ": " + link.target() + " " + why));
      }
    }

    assertThat(links).isPositive();
    assertThat(broken).isEmpty();
  }

  @Test
  void whoeverIsSentElsewhereHasALink() throws IOException {
    for (Page page : Page.all()) {
      assertThat(page.text()).as(page.path().toString()).doesNotContainPattern(SEE);
    }
  }

  @Test
  void headingsHaveTheAnchorsOfGitHub() {
    Page page =
        new Page(
            Path.of("page.md"),
            """
            # Any other HTTP interface: templates
            ## `assay.http` & [links](other.md)
            ## One_two - three
            ## Any other HTTP interface: templates

                # not a heading
            ```
            # neither
            ```
            """);

    assertThat(page.anchors())
        .containsExactlyInAnyOrder(
            "any-other-http-interface-templates",
            "assayhttp--links",
            "one_two---three",
            "any-other-http-interface-templates-1");
  }

  private static Optional<String> wrong(Page page, String target) {
    String[] parts = target.split("#", 2);
    Path folder = Path.of("").resolve(page.path()).toAbsolutePath().getParent();
    Path file =
        parts[0].isEmpty() || folder == null
            ? page.path().toAbsolutePath()
            : folder.resolve(parts[0]).normalize();
    if (!file.startsWith(Path.of("").toAbsolutePath()) || !Files.exists(file)) {
      return Optional.of("is not there");
    }
    if (parts.length == 1) {
      return Optional.empty();
    }
    return file.toString().endsWith(".md") && Page.read(file).anchors().contains(parts[1])
        ? Optional.empty()
        : Optional.of("has no such heading");
  }
}
