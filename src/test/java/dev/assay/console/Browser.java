package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.assay.security.Keys;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody in front of the console: a browser with a profile of its own.
 *
 * <p>Whatever the page complains about in its console fails the test when the browser is closed, so
 * every test also sees that the Content-Security-Policy fits.
 */
public final class Browser implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final BrowserContext context = Chromium.context();
  private final Page page = context.newPage();
  private final List<String> complaints = new ArrayList<>();

  private Browser() {
    page.setDefaultTimeout(10_000);
    page.onConsoleMessage(
        message -> {
          // That something was refused is for the test to look at.
          if ("error".equals(message.type())
              && !message.text().matches("(?s).*(status of|Status Error Code) 4\\d\\d.*")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Nobody yet. */
  public static Browser anonymous() {
    return new Browser();
  }

  /** Somebody logged in with a key that has these roles. */
  public static Browser as(String... roles) {
    return with(Keys.with(roles));
  }

  /** Somebody logged in with the key, as if by the form, which {@link LogInTest} fills in. */
  public static Browser with(String key) {
    Browser browser = new Browser();
    browser.context.addCookies(
        List.of(
            new Cookie("assay_session", Visitor.logIn(key, "").cookie("assay_session"))
                .setUrl("http://localhost:" + RestAssured.port)
                .setHttpOnly(true)));
    return browser;
  }

  /** Fills in the form of the log-in page. */
  public Browser logIn(String key) {
    page.getByLabel("API key").fill(key);
    page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).getByText("Log in").click();
    return this;
  }

  public Browser go(String path) {
    page.navigate("http://localhost:" + RestAssured.port + path);
    return this;
  }

  /** For everything that Playwright can do. */
  public Page page() {
    return page;
  }

  /** The one element of that selector. */
  public Locator find(String selector) {
    return page.locator(selector);
  }

  public String text(String selector) {
    return page.locator(selector).innerText();
  }

  /**
   * Looks at the page in light and dark, wide and narrow: pictures go to target/screenshots, axe
   * must find nothing, and nothing may stick out at the side.
   */
  public Browser inspect(String name) {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      look(name, colours, "phone", 360, 740);
      look(name, colours, "desktop", 1280, 800);
      // In the page itself: with a second one, for pages with frames, it takes three times as long.
      var axe = new AxeBuilder(page).setLegacyMode(true);
      if (colours == ColorScheme.DARK) {
        axe.withRules(List.of("color-contrast")); // the rest is the same in any colours
      }
      var violations = axe.analyze().getViolations();
      assertThat(violations)
          .describedAs("axe on %s in %s", name, colours)
          .map(each -> each.getId() + " " + each.getNodes().get(0).getHtml())
          .isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return this;
  }

  private void look(String name, ColorScheme colours, String device, int width, int height) {
    page.setViewportSize(width, height);
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    String file =
        "%s-%s-%s.png".formatted(name, colours.name().toLowerCase(java.util.Locale.ROOT), device);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(file))
            .setFullPage(colours == ColorScheme.LIGHT)); // the whole page once is enough
    Object beyond =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(beyond).describedAs("pixels beyond the edge of %s", file).isEqualTo(0);
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).describedAs("what the browser complained about").isEmpty();
  }
}
