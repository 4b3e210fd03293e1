package dev.assay.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SameSiteAttribute;
import dev.assay.security.Keys;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogInTest {

  @Test
  void whoComesFirstLogsInAndIsThenWhereTheyWanted() {
    try (Browser browser = Browser.anonymous()) {
      browser.go("/leads?q=kim");
      assertThat(browser.page()).hasURL(java.util.regex.Pattern.compile(".*/login\\?next=.*"));
      browser.inspect("login");

      browser.logIn(Keys.with("sales"));

      assertThat(browser.page()).hasURL(java.util.regex.Pattern.compile(".*/leads\\?q=kim"));
      assertThat(browser.find(".top nav a[aria-current]")).hasText("Leads");
    }
  }

  @Test
  void aWrongKeyIsRefusedInWords() {
    try (Browser browser = Browser.anonymous()) {
      browser.go("/login").logIn("assay_0123456789abcdef_" + "x".repeat(43));

      assertThat(browser.find("#refused")).containsText("unknown or was revoked");
    }
  }

  @Test
  void theCookieIsOutOfReachForScriptsAndOtherSites() {
    try (Browser browser = Browser.anonymous()) {
      browser.go("/login").logIn(Keys.with("sales"));
      assertThat(browser.page()).not().hasURL(java.util.regex.Pattern.compile(".*/login.*"));
      var cookie =
          browser.page().context().cookies().stream()
              .filter(each -> each.name.equals("assay_session"))
              .findFirst()
              .orElseThrow();

      assertThat(cookie.httpOnly).isTrue();
      assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
    }
  }

  @Test
  void loggingOutEndsIt() {
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads").find("text=Log out").click();
      assertThat(browser.page()).hasURL(java.util.regex.Pattern.compile("/login$"));

      browser.go("/leads");

      assertThat(browser.page()).hasURL(java.util.regex.Pattern.compile(".*/login.*"));
    }
  }

  @Test
  void theColoursChosenAreKept() {
    try (Browser browser = Browser.as("sales")) {
      browser.go("/leads").find("#theme").click();

      browser.page().reload();

      assertThat(browser.find("html")).hasAttribute("data-bs-theme", "dark");
    }
  }
}
