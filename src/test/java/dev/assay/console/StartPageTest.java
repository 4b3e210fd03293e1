package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.demo.Demo;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shared database has leads, so the states of demo data are rendered by themselves. */
@QuarkusTest
class StartPageTest {

  @ParameterizedTest
  @CsvSource({
    "offered, 2000 made-up leads with six months of events, false",
    "loading, Loading: 300 of 2000 leads, true",
    "loaded, 300 made-up leads are there, false",
    "removing, Removing: 300 leads are left, true",
    "none, There are leads already, false",
  })
  void eachStateSaysWhatThereIsAndAsksAgainWhileItChanges(
      Demo.State state, String words, boolean asks) {
    String part = StartPage.Templates.page$data(new Demo(state, 300, 2_000)).render();

    assertThat(part).contains(words);
    assertThat(part.contains("hx-get=\"/demo/data\"")).isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource({"offered", "loaded"})
  void whoMayNotLoadThemIsOfferedNoButton(Demo.State state) {
    String part = StartPage.Templates.page$data(new Demo(state, 300, 2_000)).render();

    assertThat(part).doesNotContain("hx-post").doesNotContain("hx-delete");
  }
}
