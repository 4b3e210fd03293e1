package dev.assay.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, without a window, started once for all tests. */
final class Chromium {
  private static com.microsoft.playwright.@Nullable Browser running;

  private Chromium() {}

  /** A browser profile of its own, as of somebody who comes for the first time. */
  static synchronized BrowserContext context() {
    Optional<Path> program = program();
    Assumptions.assumeTrue(
        program.isPresent(),
        "SKIPPED: no Chromium on this machine, so the console is not seen in a browser;"
            + " install the package chromium");
    if (running == null) {
      running = start(program.orElseThrow());
    }
    return running.newContext(new NewContextOptions().setLocale("en-GB"));
  }

  private static com.microsoft.playwright.Browser start(Path program) {
    // Nothing is downloaded: the browser is the machine's own.
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  private static Optional<Path> program() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of("/usr/bin/", "/usr/local/bin/").map(place -> place + name))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
